import type { z } from 'zod'
import {
  type Channel,
  findChannel,
  listChannels,
  refuseOtherAccounts,
} from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit, type AuditAction, companyOf } from '#domain/governance/index.ts'
import type { Executor } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import { addFault, clearFaults, type FaultInput, faultsOn, givePassword } from '#sandbox/index.ts'
import type { misbehave, Misbehaviour, MisbehaviourView, MisbehavingView } from './api.ts'
import { notInPractice } from './errors.ts'

/** Each as the practice network is asked for it (src/sandbox/README.md), on what it is sent: reading goes on. */
const FAULTS: Record<Misbehaviour, Pick<FaultInput, 'kind' | 'operation' | 'ms'>> = {
  'lost-answer': { kind: 'reset-after-accept', operation: 'send' },
  refusing: { kind: '429', operation: 'send', ms: 60_000 },
  slow: { kind: 'slow', operation: 'send', ms: 10_000 },
  down: { kind: '503', operation: 'send' },
  nonsense: { kind: 'nonsense', operation: 'send' },
  // Whatever it is asked next, it says no for good.
  revoked: { kind: 'revoked-token' },
}

/** What the company's practice accounts have still to do wrong. @throws Problem in a real company */
export async function misbehaviours(desk: Desk, companyId: string): Promise<MisbehaviourView[]> {
  await refuseReal(desk.db, companyId)
  const channels = (await listChannels(desk.db, companyId)).filter((one) => isPractice(desk, one))
  const faults = await faultsOn(
    desk,
    channels.map(({ remoteId }) => remoteId),
  )
  return channels.flatMap(({ id: channelId, remoteId }) =>
    faults
      .filter(({ accountId }) => accountId === remoteId)
      .flatMap(({ kind: fault, remaining }) => {
        const kind = kindOf(fault)
        return kind ? [{ channelId, kind, left: remaining ?? 0 }] : []
      }),
  )
}

/** Asks the practice network to misbehave towards one account, instead of what it was asked before. */
export async function startMisbehaving(
  desk: Desk,
  actor: Actor,
  { channelId, kind, times }: z.output<typeof misbehave>,
): Promise<MisbehavingView> {
  const { remoteId } = await practiceChannel(desk, actor, channelId, '/channelId')
  const left = kind === 'revoked' ? 1 : times
  return desk.db.transaction().execute(async (trx) => {
    await clearFaults({ db: trx }, remoteId)
    await addFault({ db: trx }, remoteId, { ...FAULTS[kind], times: left, seed: 'asked' })
    const owned = { accountId: remoteId, companyId: actor.companyId }
    const password = kind === 'revoked' ? await givePassword({ db: trx }, owned) : null
    await tell(desk, trx, actor, 'practice.misbehaves', channelId, { kind, times: left })
    return { channelId, kind, left, password }
  })
}

/** Asks the practice network to behave again. What it has revoked stays so until the account is connected again. */
export async function stopMisbehaving(desk: Desk, actor: Actor, channelId: string): Promise<void> {
  const { remoteId } = await practiceChannel(desk, actor, channelId, '/id')
  await desk.db.transaction().execute(async (trx) => {
    await clearFaults({ db: trx }, remoteId)
    await tell(desk, trx, actor, 'practice.behaves', channelId)
  })
}

const kindOf = (fault: string) =>
  (Object.keys(FAULTS) as Misbehaviour[]).find((kind) => FAULTS[kind].kind === fault)

const isPractice = (desk: Desk, { connectorId }: Pick<Channel, 'connectorId'>) =>
  desk.connectors.get(connectorId)?.manifest.practice === true

async function practiceChannel(desk: Desk, actor: Actor, id: string, pointer: string) {
  await refuseReal(desk.db, actor.companyId)
  await refuseOtherAccounts(desk.db, actor, [{ channelId: id, pointer }])
  const channel = await findChannel(desk.db, actor.companyId, id)
  if (!channel || channel.state === 'disconnected' || !isPractice(desk, channel))
    throw new Problem(notFound)
  return channel
}

async function refuseReal(db: Executor, companyId: string): Promise<void> {
  const { practice, name } = await companyOf(db, companyId)
  if (!practice) throw new Problem(notInPractice, { name })
}

function tell(
  desk: Desk,
  db: Executor,
  { companyId, id }: Actor,
  action: AuditAction,
  channelId: string,
  detail?: Record<string, string | number>,
) {
  const at = desk.clock.now()
  const subject = `channel:${channelId}`
  return audit(db, { companyId, at, actor: id, action, subject, ...(detail ? { detail } : {}) })
}
