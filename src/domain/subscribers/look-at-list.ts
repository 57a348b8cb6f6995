import type { z } from 'zod'
import { connectorOf, listChannels } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit, type AuditAction } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import type {
  ListOfAccount,
  ListSummary,
  MailingView,
  subscribersQuery,
  SubscriberView,
} from './api.ts'
import { channelWithList } from './keep-list.ts'
import type { Subscriber, SubscribersTables } from './tables.ts'

/** How many want letters, left, or cannot be reached. */
export async function summaryOf(desk: Desk, actor: Actor, channelId: string): Promise<ListSummary> {
  await channelWithList(desk, actor, channelId)
  return countsOf(desk, channelId)
}

/** The accounts of the company that write letters, each with its list. */
export async function listsOf(
  desk: Desk,
  { companyId, channels }: Actor,
): Promise<ListOfAccount[]> {
  const connected = await listChannels(desk.db, companyId)
  const writing = connected.filter(
    (channel) =>
      connectorOf(desk, channel).letters && (channels === 'all' || channels.has(channel.id)),
  )
  return Promise.all(
    writing.map(async ({ id, displayName, handle }) => ({
      channelId: id,
      name: displayName,
      address: handle,
      ...(await countsOf(desk, id)),
    })),
  )
}

async function countsOf(desk: Desk, channelId: string): Promise<ListSummary> {
  const rows = await tablesOf<SubscribersTables>(desk.db)
    .selectFrom('subscribers')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where('channelId', '=', channelId)
    .groupBy('state')
    .execute()
  const counted = Object.fromEntries(rows.map(({ state, count }) => [state, count]))
  return { subscribed: 0, left: 0, suspended: 0, ...counted }
}

/** A page of the list, by address. */
export async function listSubscribers(
  desk: Desk,
  actor: Actor,
  channelId: string,
  { after, limit, state }: z.output<typeof subscribersQuery>,
): Promise<{ items: SubscriberView[]; next: string | null }> {
  await channelWithList(desk, actor, channelId)
  const rows = await tablesOf<SubscribersTables>(desk.db)
    .selectFrom('subscribers')
    .selectAll()
    .where('channelId', '=', channelId)
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'subscribed'))
    .$if(after !== undefined, (q) => q.where('address', '>', after ?? ''))
    .orderBy('address')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(present)
  return { items, next: rows.length > limit ? (items.at(-1)?.address ?? null) : null }
}

function present(row: Subscriber): SubscriberView {
  const { id, address, name, state, consentSource, addedBy, endedBy } = row
  return {
    id,
    address,
    name,
    state,
    consentSource,
    consentAt: row.consentAt.toISOString(),
    addedBy,
    addedAt: row.addedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    endedBy,
  }
}

/** Somebody asked to be taken off by telephone, say: kept, so that no import puts them back. */
export async function takeOff(desk: Desk, actor: Actor, id: string): Promise<SubscriberView> {
  return change(desk, actor, id, 'subscriber.taken_off', async (trx) => {
    const row = await trx
      .updateTable('subscribers')
      .set({ state: 'left', endedAt: desk.clock.now(), endedBy: actor.name })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    return present(row)
  })
}

/** Nothing is kept of them, not even that they left. */
export async function forget(desk: Desk, actor: Actor, id: string): Promise<void> {
  await change(desk, actor, id, 'subscriber.forgotten', (trx) =>
    trx.deleteFrom('subscribers').where('id', '=', id).execute(),
  )
}

async function change<T>(
  desk: Desk,
  actor: Actor,
  id: string,
  action: AuditAction,
  write: (trx: ReturnType<typeof tablesOf<SubscribersTables>>) => Promise<T>,
): Promise<T> {
  const { companyId } = actor
  return tablesOf<SubscribersTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const row = await trx
        .selectFrom('subscribers')
        .select('channelId')
        .where('companyId', '=', companyId)
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst()
      if (!row) throw new Problem(notFound)
      await channelWithList(desk, actor, row.channelId)
      const subject = `subscriber:${id}`
      await audit(trx, { companyId, at: desk.clock.now(), actor: actor.id, action, subject })
      return write(trx)
    })
}

const LATEST = 50

/** The latest letters to a list and how far each is, newest first. */
export async function listMailings(
  desk: Desk,
  actor: Actor,
  channelId: string,
): Promise<MailingView[]> {
  await channelWithList(desk, actor, channelId)
  const rows = await tablesOf<SubscribersTables>(desk.db)
    .selectFrom('mailings')
    .leftJoin('mailingLetters', 'mailingLetters.mailingId', 'mailings.id')
    .select((eb) => {
      const count = (...states: MailingLetterState[]) =>
        eb.fn.countAll<number>().filterWhere('mailingLetters.state', 'in', states)
      return [
        'mailings.id',
        'subject',
        'mailings.at',
        'stoppedAt',
        count('waiting').as('waiting'),
        count('sent').as('sent'),
        count('refused').as('refused'),
        count('leaving', 'unknown').as('unknown'),
        count('dropped').as('dropped'),
      ]
    })
    .where('channelId', '=', channelId)
    .groupBy('mailings.id')
    .orderBy('mailings.at', 'desc')
    .limit(LATEST)
    .execute()
  return rows.map(({ id, subject, at, stoppedAt, ...letters }) => ({
    id,
    subject,
    at: at.toISOString(),
    stoppedAt: stoppedAt?.toISOString() ?? null,
    letters,
  }))
}

type MailingLetterState = 'waiting' | 'leaving' | 'sent' | 'refused' | 'unknown' | 'dropped'
