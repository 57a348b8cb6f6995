import pg from 'pg'
import type { Log } from '#platform/log.ts'

export interface Listener {
  /** Calls back with each payload notified on the channel; returns how to stop. */
  on(channel: string, heard: (payload: string) => void): () => void
  close(): Promise<void>
}

const RETRY_MS = 1000

/**
 * One connection that LISTENs for the whole process, and comes back by itself when the server restarts.
 * What was notified meanwhile is lost: whoever listens must also look at the tables now and then.
 */
export async function openListener(
  connection: string | pg.ClientConfig,
  channels: readonly string[],
  log: Log,
): Promise<Listener> {
  const ears = new Map<string, Set<(payload: string) => void>>()
  let client: pg.Client | undefined
  let closed = false
  let retry: NodeJS.Timeout | undefined

  async function connect() {
    const next = new pg.Client(
      typeof connection === 'string' ? { connectionString: connection } : connection,
    )
    next.on('notification', ({ channel, payload = '' }) => {
      for (const heard of ears.get(channel) ?? []) heard(payload)
    })
    next.on('error', () => lost(next))
    next.on('end', () => lost(next))
    await next.connect()
    for (const channel of channels) await next.query(`listen ${pg.escapeIdentifier(channel)}`)
    client = next
  }

  function lost(which: pg.Client) {
    if (closed || (client && which !== client)) return
    client = undefined
    clearTimeout(retry)
    retry = setTimeout(() => {
      connect().catch((error: unknown) => {
        log.warn({ error: String(error) }, 'the database does not answer; listening again soon')
        lost(which)
      })
    }, RETRY_MS)
  }

  await connect()
  return {
    on(channel, heard) {
      const set = ears.get(channel) ?? new Set()
      ears.set(channel, set.add(heard))
      return () => set.delete(heard)
    },
    async close() {
      closed = true
      clearTimeout(retry)
      await client?.end().catch(() => {})
    },
  }
}
