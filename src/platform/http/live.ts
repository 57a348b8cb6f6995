import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Database, tablesOf } from '#platform/db/database.ts'
import type { Listener } from '#platform/db/listener.ts'
import { type DeskEvent, EVENTS_CHANNEL, type EventsTable } from '#platform/events/outbox.ts'

export interface LiveTools {
  db: Database
  listener: Listener
  /** Whether this event ends the reader's right to hear the next one. */
  ends: (event: DeskEvent) => boolean
  /** Whether the reader would still be let in. */
  stillHere: () => Promise<boolean>
}

const HEARTBEAT_MS = 20_000
const MOST_REPLAYED = 500

/**
 * Streams a company's events as server-sent events (WHATWG HTML, section 9.2), resumable by `Last-Event-ID`.
 * An event carries ids only; the screen asks again for what it shows.
 */
export async function streamEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  companyId: string,
  { db, listener, ends, stillHere }: LiveTools,
): Promise<void> {
  reply.hijack()
  const out = reply.raw
  out.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  const send = ({ id, name, payload }: DeskEvent) =>
    out.write(`id: ${id}\nevent: desk\ndata: ${JSON.stringify({ name, payload })}\n\n`)
  const off = listener.on(EVENTS_CHANNEL, (payload) => {
    const event = JSON.parse(payload) as DeskEvent
    if (event.companyId !== companyId) return
    if (ends(event)) out.end()
    else send(event)
  })
  const beat = setInterval(() => {
    out.write(': still here\n\n')
    // A session or a key that ended meanwhile hears no more. Trouble in asking changes nothing.
    void stillHere().then(
      (here) => here || out.end(),
      () => {},
    )
  }, HEARTBEAT_MS)
  out.on('close', () => {
    clearInterval(beat)
    off()
  })
  out.write('retry: 2000\n\n')
  for (const event of await missed(request, companyId, db)) send(event)
}

async function missed(
  request: FastifyRequest,
  companyId: string,
  db: Database,
): Promise<DeskEvent[]> {
  const last = Number(request.headers['last-event-id'])
  if (!Number.isSafeInteger(last) || last <= 0) return []
  return tablesOf<{ events: EventsTable }>(db)
    .selectFrom('events')
    .select(['id', 'companyId', 'name', 'payload'])
    .where('companyId', '=', companyId)
    .where('id', '>', last)
    .orderBy('id')
    .limit(MOST_REPLAYED)
    .execute()
}
