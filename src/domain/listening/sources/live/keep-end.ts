import type { Failure } from '#connectors/_contract/failure.ts'
import { reportFailure } from '#domain/channels/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { Desk } from '#domain/desk.ts'
import type { Channel } from '#domain/channels/index.ts'
import type { Source } from '../../model.ts'
import type { ListeningTables } from '../../tables.ts'
import { SOURCES_WORK } from '../look-back.ts'
import { afterFailure } from '../next-poll.ts'
import { accountRefused, cannotBeKept, troubleColumn, troubleOf } from '../trouble.ts'
import { type Held, lockForHolder } from './claim-stream.ts'

/** A cut is mended at once, most often: only from this many in a row on is it worth a person's eye. */
const WORTH_TELLING = 3
/** How long a server that streams to nobody is asked instead. */
const ASKED_MS = 6 * 3_600_000
const FIRST_MS = 1000
const LONGEST_MS = 5 * 60_000

export interface End {
  desk: Desk
  held: Held
  network: string
  channel: Channel | undefined
  /** It can be read by asking. */
  canAsk: boolean
  /** It is the desk that failed, not the network. */
  mistake?: boolean
  /** Between 0 and 1. */
  chance?: () => number
}

/** Keeps why a stream ended, and when it will be taken up again. */
export async function keepEnd(end: End, failure: Failure): Promise<void> {
  const { desk, held, network, channel, canAsk, mistake = false } = end
  const now = desk.clock.now()
  await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const source = await lockForHolder(trx, held)
      if (!source) return
      const failures = source.failures + 1
      const asks = canAsk && failure.kind === 'rejected'
      const told = !asks && (failures >= WORTH_TELLING || failure.kind !== 'transient')
      const sentence = mistake ? cannotBeKept(source.name) : sentenceOf(failure, network, source)
      const since = source.trouble?.since ?? now.toISOString()
      await trx
        .updateTable('sources')
        .set({
          leaseUntil: null,
          holder: null,
          failures: asks ? 0 : failures,
          trouble: told ? troubleColumn(sentence, since) : null,
          nextPollAt: asks ? now : afterCut(failure, failures, now, end.chance),
        })
        .where('id', '=', source.id)
        .execute()
      await trx
        .updateTable('sourceStreams')
        .set({
          liveSince: null,
          perMinute: 0,
          asksUntil: asks ? new Date(now.getTime() + ASKED_MS) : null,
        })
        .where('sourceId', '=', source.id)
        .execute()
      if (asks) await wake(trx, SOURCES_WORK)
      if (channel && failure.kind === 'auth') await reportFailure(trx, channel.id, failure, now)
      if (told !== (source.trouble !== null)) {
        await emit(trx, source.companyId, 'query.source_changed', { sourceId: source.id })
      }
    })
}

const sentenceOf = (failure: Failure, network: string, { name }: Source) =>
  failure.kind === 'auth' ? accountRefused(network) : troubleOf(failure, name)

/** Gives a stream back as it is: another listener, or the next one here, takes it up at once. */
export async function giveBack(desk: Desk, held: Held): Promise<void> {
  await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      if (!(await lockForHolder(trx, held))) return
      const { id } = held.source
      await trx
        .updateTable('sources')
        .set({ leaseUntil: null, holder: null })
        .where('id', '=', id)
        .execute()
      await trx
        .updateTable('sourceStreams')
        .set({ liveSince: null, perMinute: 0 })
        .where('sourceId', '=', id)
        .execute()
    })
}

/**
 * When to listen again. A cut doubles the wait from one second to five minutes, spread by half of it each way so that a
 * server that comes back does not meet everybody at once; a refusal waits as a reading would.
 */
function afterCut(
  failure: Failure,
  failures: number,
  now: Date,
  chance: () => number = Math.random,
): Date {
  if (failure.kind !== 'transient') return afterFailure(failure, failures, now)
  const wait = Math.min(FIRST_MS * 2 ** Math.min(failures - 1, 20), LONGEST_MS)
  return new Date(now.getTime() + Math.round(wait * (0.5 + chance())))
}
