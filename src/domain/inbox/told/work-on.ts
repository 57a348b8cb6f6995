import type { Kysely, Selectable, Transaction } from 'kysely'
import {
  accountOf,
  connectorOf,
  findChannelByRemote,
  heardFrom,
  readSoon,
} from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { asJson } from '#platform/db/storable.ts'
import { tablesOf } from '#platform/db/database.ts'
import { firstDue } from '#platform/jobs/first-due.ts'
import { keepInbound } from '../keep-inbound.ts'
import type { ToldTables } from './tables.ts'

type Told = Selectable<ToldTables['toldEvents']>

const SECOND_MS = 1000
const DAY_MS = 24 * 3600 * SECOND_MS
/** How long somebody may be at work on one before another takes it up. */
const LEASE_MS = 60 * SECOND_MS
const MOST_TRIES = 12
/** Networks tell again for some days at most: so long, what is done is still known. */
const FORGOTTEN_AFTER_MS = { done: 30 * DAY_MS, failed: 30 * DAY_MS, not_connected: 7 * DAY_MS }

/** Works on the next thing that was told, or forgets the next that is over. @returns false when none is due */
export async function workOnNext(desk: Desk): Promise<boolean> {
  const told = await claim(desk)
  if (!told) return forgetNext(desk)
  const events = tablesOf<ToldTables>(desk.db)
  try {
    if (told.tries > MOST_TRIES) await isOver(desk, events, told, 'failed')
    else await events.transaction().execute((trx) => take(desk, trx, told))
  } catch (error) {
    // The claim has set when it is tried again.
    desk.log.error({ error, event: told.id, tries: told.tries }, 'an event of a network failed')
  }
  return true
}

/** When the next is due; null when there is none. */
export async function nextTold(desk: Desk): Promise<Date | null> {
  const row = await tablesOf<ToldTables>(desk.db)
    .selectFrom('toldEvents')
    .select('dueAt')
    .orderBy('dueAt')
    .limit(1)
    .executeTakeFirst()
  return row?.dueAt ?? null
}

/** Counts the try before it is made, so that whoever dies at it does not die at it for ever. */
async function claim(desk: Desk): Promise<Told | undefined> {
  const now = desk.clock.now()
  const events = tablesOf<ToldTables>(desk.db)
  return events.transaction().execute(async (trx) => {
    const due = await trx
      .selectFrom('toldEvents')
      .select(['id', 'tries'])
      .where('state', '=', 'waiting')
      .$call((rows) => firstDue(rows, 'dueAt', now))
      .orderBy('id')
      .executeTakeFirst()
    if (!due) return undefined
    const again = new Date(now.getTime() + LEASE_MS * 2 ** due.tries)
    return trx
      .updateTable('toldEvents')
      .set({ dueAt: again, tries: due.tries + 1 })
      .where('id', '=', due.id)
      .returningAll()
      .executeTakeFirst()
  })
}

/** What it comes to, and that it is over, in one transaction. Whoever was faster has done it. */
async function take(desk: Desk, trx: Transaction<ToldTables>, { id }: Told): Promise<void> {
  const told = await trx
    .selectFrom('toldEvents')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()
  if (!told) return
  const { companyId, connectorId, account, key } = told
  const channel = await findChannelByRemote(trx, { companyId, connectorId, remoteId: account })
  if (!channel) return isOver(desk, trx, told, 'not_connected')
  const now = desk.clock.now()
  const event = { key, account, body: JSON.parse(asJson(told.body)) as Record<string, unknown> }
  const news = connectorOf(desk, channel).webhook?.read(event, accountOf(desk, channel))
  // What we say ourselves is no conversation.
  const said = news?.inbound.filter(({ author }) => author.remoteId !== channel.remoteId) ?? []
  for (const inbound of said) await keepInbound(trx, channel, inbound, now)
  if (said.length > 0) await heardFrom(trx, channel.id, now)
  await readSoon(trx, channel.id, news?.soon ?? [], now)
  return isOver(desk, trx, told, 'done')
}

async function isOver(
  desk: Desk,
  events: Kysely<ToldTables>,
  { id }: Told,
  state: keyof typeof FORGOTTEN_AFTER_MS,
): Promise<void> {
  const dueAt = new Date(desk.clock.now().getTime() + FORGOTTEN_AFTER_MS[state])
  await events.updateTable('toldEvents').set({ state, dueAt }).where('id', '=', id).execute()
}

async function forgetNext(desk: Desk): Promise<boolean> {
  const { numDeletedRows } = await tablesOf<ToldTables>(desk.db)
    .deleteFrom('toldEvents')
    .where('state', '!=', 'waiting')
    .where('dueAt', '<=', desk.clock.now())
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
