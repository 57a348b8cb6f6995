import { listChannels } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit, companyOf } from '#domain/governance/index.ts'
import { readSearchesNow } from '#domain/listening/index.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import { stageCrisis as stageOnNetwork } from '#sandbox/index.ts'
import type { CrisisView } from './api.ts'
import { nobodyToSpeak, notInPractice } from './errors.ts'

/**
 * Has people of the practice network complain of a product of the shop, louder and louder, and has the desk read them now:
 * so that an alert rings and all that follows can be learnt.
 * @throws Problem in a real company, and where no account of the practice network is connected
 */
export async function stageCrisis(desk: Desk, actor: Actor, id: string): Promise<CrisisView> {
  const { companyId } = actor
  const { practice, name } = await companyOf(desk.db, companyId)
  if (!practice) throw new Problem(notInPractice, { name })
  const channel = (await listChannels(desk.db, companyId)).find(({ connectorId, state }) => {
    const manifest = desk.connectors.get(connectorId)?.manifest
    return manifest?.practice && !manifest.plays && state !== 'disconnected'
  })
  if (!channel) throw new Problem(nobodyToSpeak)
  return desk.db.transaction().execute(async (trx) => {
    const posts = await stageOnNetwork({ ...desk, db: trx }, channel.remoteId, id)
    if (posts === 0) throw new Problem(nobodyToSpeak)
    const at = desk.clock.now()
    await readSearchesNow(trx, { companyId, channelId: channel.id }, at)
    const subject = `channel:${channel.id}`
    const action = 'practice.crisis-staged' as const
    await audit(trx, { companyId, at, actor: actor.id, action, subject, detail: { posts } })
    return { posts }
  })
}
