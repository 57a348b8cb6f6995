import { setTimeout as sleep } from 'node:timers/promises'
import type { PublishingTables } from '#domain/publishing/tables.ts'
import { deliveryWork } from '#domain/publishing/deliveries/jobs.ts'
import { hurried } from '../../tests/faults/trial-networks.ts'
import type { Ground } from '../../tests/faults/ground/network.ts'
import { ledgerOf, type Stage } from './stage.ts'

/** What a person was asked, and answered by looking at the account. */
export interface Answers {
  /** "Did this leave?", by account. */
  didItLeave: string[]
  /** Accounts to be connected again, each as often as it was. */
  connectAgain: string[]
}

/**
 * Does what the desk asks of a person until nothing is left to ask: connects accounts again and retries what waited
 * for that; where nobody could know, looks at the network and says so. Faults go on meanwhile.
 */
export async function answerEverything(stage: Stage, ground: Ground): Promise<Answers> {
  const answers: Answers = { didItLeave: [], connectAgain: [] }
  const hands = deliveryWork(stage.open.desk, hurried)
  for (let round = 0; round < 400; round++) {
    const open = await ledgerOf<PublishingTables>(stage)
      .selectFrom('deliveries')
      .select(['id', 'state', 'channelId', 'content', 'failure'])
      .where('state', '!=', 'published')
      .orderBy('part')
      .execute()
    if (open.length === 0) return answers
    const accounts = await connectAgain(stage, ground, answers)
    for (const { id, state, channelId, content, failure } of open) {
      const account = accounts.get(channelId) ?? '?'
      if (state === 'failed' && failure?.kind === 'access')
        await stage.camille.post(`/deliveries/${id}/retry`)
      if (state !== 'unknown') continue
      answers.didItLeave.push(account)
      const there = ground.posts.find((p) => p.account === account && p.text === content.text)
      if (there) {
        const url = `https://ground.example/${there.id}`
        await stage.camille.post(`/deliveries/${id}/mark-published`, { url })
      } else await stage.camille.post(`/deliveries/${id}/retry`)
    }
    await Promise.all(hands.map((hand) => hand.runDue()))
    for (let n = 0; n < 20; n++) await Promise.all(hands.map((hand) => hand.runDue()))
    await sleep(200)
  }
  return answers
}

/** @returns handles by id */
async function connectAgain(
  { camille, connect }: Stage,
  ground: Ground,
  answers: Answers,
): Promise<Map<string, string>> {
  const { body } = await camille.get<{ id: string; handle: string; state: string }[]>('/channels')
  for (const { handle, state } of body) {
    if (state !== 'broken') continue
    answers.connectAgain.push(handle)
    ground.pardon(handle)
    await connect(handle)
  }
  return new Map(body.map(({ id, handle }) => [id, handle]))
}
