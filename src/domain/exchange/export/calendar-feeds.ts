import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { findChannel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit, type AuditAction, companyOf } from '#domain/governance/index.ts'
import { hashToken, randomToken } from '#platform/crypto/tokens.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import type { calendarFeedInput, CalendarFeedView, FreshCalendarFeed } from '../api.ts'
import type { CalendarFeed, ExchangeTables } from '../tables.ts'
import { planIcs } from './plan-ics.ts'

const DAY = 86_400_000

/** Makes an address by which a calendar program reads the plan. It is shown once; only its imprint is kept. */
export async function createCalendarFeed(
  desk: Desk,
  actor: Actor,
  id: string,
  { name, channelId }: z.output<typeof calendarFeedInput>,
): Promise<FreshCalendarFeed> {
  const { companyId } = actor
  if (channelId && !(await findChannel(desk.db, companyId, channelId))) throw new Problem(notFound)
  const token = randomToken()
  const row = await tablesOf<ExchangeTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const kept = await trx
        .insertInto('calendarFeeds')
        .values({
          id,
          companyId,
          name,
          channelId,
          tokenHash: hashToken(token),
          createdBy: actor.name,
          createdById: actor.id,
          createdAt: desk.clock.now(),
          lastReadAt: null,
        })
        .returningAll()
        .executeTakeFirstOrThrow()
      await note(trx, desk, actor, 'calendar_feed.created', id)
      return kept
    })
  const { publicUrl } = await companyOf(desk.db, companyId)
  const origin = publicUrl ?? desk.publicUrl ?? desk.localUrl
  return { ...present(row), url: `${origin}/feeds/plan/${token}.ics` }
}

export async function listCalendarFeeds(
  desk: Desk,
  companyId: string,
): Promise<CalendarFeedView[]> {
  const rows = await tablesOf<ExchangeTables>(desk.db)
    .selectFrom('calendarFeeds')
    .selectAll()
    .where('companyId', '=', companyId)
    .orderBy('createdAt')
    .execute()
  return rows.map(present)
}

/** Closes an address: whoever reads it is answered "gone". */
export async function deleteCalendarFeed(desk: Desk, actor: Actor, id: string): Promise<void> {
  await tablesOf<ExchangeTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const gone = await trx
        .deleteFrom('calendarFeeds')
        .where('companyId', '=', actor.companyId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst()
      if (!gone) throw new Problem(notFound)
      await note(trx, desk, actor, 'calendar_feed.deleted', id)
    })
}

/** Answers a calendar program: the past quarter and the year to come. Unchanged, it is told so (RFC 9110, 304). */
export async function serveCalendarFeed(
  desk: Desk,
  token: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const feed = await tablesOf<ExchangeTables>(desk.db)
    .updateTable('calendarFeeds')
    .set({ lastReadAt: desk.clock.now() })
    .where('tokenHash', '=', hashToken(token))
    .returningAll()
    .executeTakeFirst()
  if (!feed) throw new Problem(notFound)
  const now = desk.clock.now().getTime()
  const range = { from: new Date(now - 92 * DAY), to: new Date(now + 366 * DAY) }
  const company = await companyOf(desk.db, feed.companyId)
  const origin = company.publicUrl ?? desk.publicUrl ?? desk.localUrl
  const channelId = feed.channelId ?? undefined
  const body = await planIcs(desk, company, { ...range, channelId }, origin)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  void reply.header('etag', etag).header('cache-control', 'private, max-age=300')
  void reply.header('x-robots-tag', 'noindex')
  if (request.headers['if-none-match'] === etag) {
    await reply.code(304).send()
    return
  }
  await reply
    .type('text/calendar; charset=utf-8')
    .serializer((text: string) => text)
    .send(body)
}

async function note(
  trx: Parameters<typeof audit>[0],
  desk: Desk,
  actor: Actor,
  action: AuditAction,
  id: string,
) {
  const at = desk.clock.now()
  const subject = `calendar_feed:${id}`
  await audit(trx, { companyId: actor.companyId, at, actor: actor.id, action, subject })
}

function present({ id, name, channelId, createdBy, ...row }: CalendarFeed): CalendarFeedView {
  return {
    id,
    name,
    channelId,
    createdBy,
    createdAt: row.createdAt.toISOString(),
    lastReadAt: row.lastReadAt?.toISOString() ?? null,
  }
}
