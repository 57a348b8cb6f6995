import type { Socket as RawSocket } from 'node:net'
import { type Dispatcher, ping, WebSocket } from 'undici'
import { FetchFailure, kindOf } from './failure.ts'
import { noticing } from './noticing.ts'

export interface LiveSocket {
  /**
   * Every message that waits, in order, at least one.
   * @throws FetchFailure once it is over and all that came before was handed over
   */
  next(): Promise<string[]>
  /** Says something, for whoever must ask before being told. @throws FetchFailure once it is over */
  send(message: string): void
  close(): void
}

export interface LiveLimits {
  signal: AbortSignal
  quietMs: number
}

/** What may wait for its reader before the other side is made to wait, in messages and in UTF-16 units. */
export const MOST_WAITING = 1000
const MOST_UNITS = 4 * 1024 * 1024

/**
 * Opens a WebSocket without an end through a dispatcher that chooses what may be dialled. A slow reader makes TCP hold
 * the sender back; a silence is probed with a ping, and ends it when no byte comes.
 * @throws FetchFailure when it did not open
 */
export async function openLiveSocket(
  url: URL,
  dispatcher: Dispatcher,
  { signal, quietMs }: LiveLimits,
): Promise<LiveSocket> {
  // undici keeps to itself why a handshake failed, and the stream of bytes under the messages.
  let reason: unknown
  let status = 0
  let raw: RawSocket | undefined
  const watched = dispatcher
    .compose(noticing('onResponseError', (_, error) => (reason = error)))
    .compose(noticing('onResponseStart', (_, code) => (status = Number(code))))
    .compose(noticing('onRequestUpgrade', (...[, , , stream]) => (raw = stream as RawSocket)))
  const socket = new WebSocket(url, { dispatcher: watched })
  const waiting: string[] = []
  let units = 0
  let opened = false
  let ended: FetchFailure | undefined
  let rouse = () => {}
  let heard = performance.now()
  let held = false
  const pulse = setInterval(listenForLife, Math.max(10, quietMs / 4))

  function listenForLife(): void {
    if (held) return
    const silence = performance.now() - heard
    if (silence >= quietMs) return end('timeout', `silent for ${Math.round(quietMs / 1000)} s`)
    if (silence >= quietMs / 2 && socket.readyState === WebSocket.OPEN) ping(socket)
  }

  /** The first reason stands; whatever arrived before it is still handed over. */
  function end(kind: FetchFailure['kind'], detail: string, cause?: unknown): void {
    clearInterval(pulse)
    signal.removeEventListener('abort', onAbort)
    ended ??= new FetchFailure(kind, `${url.host}: ${detail}`, opened, cause)
    if (socket.readyState < WebSocket.CLOSING) socket.close()
    // Nobody waits for the farewell of one that fell silent.
    raw?.destroySoon()
    rouse()
  }
  const onAbort = () => end('aborted', 'we closed')
  signal.addEventListener('abort', onAbort)

  socket.addEventListener('message', ({ data }) => {
    if (ended) return
    // A binary message says nothing that a connector reads.
    if (typeof data === 'string') {
      waiting.push(data)
      units += data.length
    }
    if (waiting.length >= MOST_WAITING || units >= MOST_UNITS) {
      held = true
      raw?.pause()
    }
    rouse()
  })
  socket.addEventListener('error', ({ error }) => {
    const cause: unknown = reason ?? error
    if (status >= 300) return end('connection-refused', `it answered ${status}`, cause)
    end(cause ? kindOf(cause, opened) : 'connection-reset', 'it broke', cause)
  })
  socket.addEventListener('close', ({ code, reason: why }) =>
    end('connection-reset', `the other side closed (${[code, why].filter(Boolean).join(' ')})`),
  )
  socket.addEventListener('open', () => {
    opened = true
    // Not sooner: whoever listens to its bytes before undici does takes the first messages from it.
    raw?.on('data', () => (heard = performance.now()))
    rouse()
  })
  if (signal.aborted) onAbort()

  const roused = () => new Promise<void>((resolve) => (rouse = resolve))
  while (!opened && !ended) await roused()
  if (ended) throw ended

  return {
    async next() {
      while (waiting.length === 0 && !ended) await roused()
      if (waiting.length === 0 && ended) throw ended
      units = 0
      const messages = waiting.splice(0)
      if (held) {
        held = false
        heard = performance.now()
        raw?.resume()
      }
      return messages
    },
    send(message) {
      if (ended) throw ended
      socket.send(message)
    },
    close: onAbort,
  }
}
