import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { type DeskEvent, EVENTS_CHANNEL } from '#platform/events/outbox.ts'
import { tooFast } from './brake.ts'
import type { VisitsTables } from './tables.ts'
import { messagesAfter, type Thread } from './threads.ts'
import { ANSWERED } from './visits.ts'

const HEARTBEAT_MS = 20_000
/** So many open pages of one visitor, and of all: the next one asks now and then instead. */
const MOST_OF_ONE = 4
const MOST_OF_ALL = 500

/**
 * Streams a visitor's own thread as server-sent events (WHATWG HTML, section 9.2), resumable by `Last-Event-ID`. Whatever
 * a lost notification left out comes with the next heartbeat.
 */
export function streamsOf(desk: Desk) {
  const open = new Map<string, number>()
  let all = 0

  function enter(threadId: string): () => void {
    const own = open.get(threadId) ?? 0
    if (own >= MOST_OF_ONE || all >= MOST_OF_ALL) throw tooFast()
    open.set(threadId, own + 1)
    all += 1
    return () => {
      const left = (open.get(threadId) ?? 1) - 1
      if (left > 0) open.set(threadId, left)
      else open.delete(threadId)
      all -= 1
    }
  }

  /** @throws Problem when too many are open */
  return async function stream(
    thread: Thread,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const leave = enter(thread.id)
    reply.hijack()
    const out = reply.raw
    out.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    let after = Number(request.headers['last-event-id']) || 0
    let telling = Promise.resolve()
    const tell = () => {
      // One after the other: each begins where the one before ended.
      telling = telling.then(async () => {
        for (const message of await messagesAfter(desk.db, thread.id, after)) {
          out.write(`id: ${message.seq}\nevent: message\ndata: ${JSON.stringify(message)}\n\n`)
          after = message.seq
        }
        if (!(await isStillOpen(desk, thread.id))) out.end('event: gone\ndata: {}\n\n')
      })
      // The database is away for a moment: the next heartbeat tells it.
      telling = telling.catch(() => {})
    }
    const off = desk.hear(EVENTS_CHANNEL, (payload) => {
      const { name, payload: told } = JSON.parse(payload) as DeskEvent
      if (name === ANSWERED && told['threadId'] === thread.id) tell()
    })
    const beat = setInterval(() => {
      out.write(': still here\n\n')
      tell()
    }, HEARTBEAT_MS)
    out.on('close', () => {
      clearInterval(beat)
      off()
      leave()
    })
    out.write('retry: 2000\n\n')
    tell()
  }
}

/** Not erased, and not closed by the company. */
async function isStillOpen(desk: Desk, threadId: string): Promise<boolean> {
  const row = await tablesOf<VisitsTables>(desk.db)
    .selectFrom('visitThreads')
    .select('id')
    .where('id', '=', threadId)
    .where('blockedAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
