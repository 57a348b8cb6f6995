import { WebSocket } from 'undici'
import type { Dispatcher } from 'undici'
import { FetchFailure, kindOf } from './failure.ts'
import { noticing } from './noticing.ts'

export interface Socket {
  /** @throws FetchFailure `connection-reset` when the other side has gone: then nothing was sent */
  send(message: string): void
  /**
   * The next message, in the order they arrived.
   * @throws FetchFailure `timeout` when the time of this socket is over, `connection-reset` when the other side
   *   closed, `too-large` when it said more than we listen to
   */
  next(): Promise<string>
  close(): void
}

export interface SocketLimits {
  /** For its whole life. */
  timeoutMs: number
  /** Of all that is received, once decompressed. */
  maxBytes: number
}

/**
 * Opens a WebSocket through a dispatcher that chooses what may be dialled.
 * @throws FetchFailure when it did not open: then nothing was sent
 */
export async function openSocket(
  url: URL,
  dispatcher: Dispatcher,
  limits: SocketLimits,
): Promise<Socket> {
  // undici keeps to itself why a handshake failed.
  let reason: unknown
  const watched = dispatcher.compose(noticing('onResponseError', (_, error) => (reason = error)))
  const socket = new WebSocket(url, { dispatcher: watched })
  const mailbox = openMailbox()
  let opened = false
  let received = 0
  const timer = setTimeout(
    () => end('timeout', `no answer in ${limits.timeoutMs} ms`),
    limits.timeoutMs,
  )

  /** The first reason stands; whatever arrived before it is still handed over. */
  function end(kind: FetchFailure['kind'], detail: string, cause?: unknown): void {
    clearTimeout(timer)
    mailbox.end(new FetchFailure(kind, `${url.host}: ${detail}`, opened, cause))
    if (socket.readyState < WebSocket.CLOSING) socket.close()
  }

  socket.addEventListener('message', ({ data }) => {
    // A binary message says nothing that a connector reads.
    if (typeof data !== 'string') return
    received += Buffer.byteLength(data)
    if (received > limits.maxBytes) end('too-large', `more than ${limits.maxBytes} bytes`)
    else mailbox.put(data)
  })
  socket.addEventListener('error', ({ error }) => {
    const cause: unknown = reason ?? error
    end(cause ? kindOf(cause, opened) : 'connection-reset', 'it broke', cause)
  })
  socket.addEventListener('close', () => end('connection-reset', 'the other side closed'))
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => {
      opened = true
      resolve()
    })
    mailbox.onEnd(reject)
  })

  return {
    send(message) {
      if (socket.readyState !== WebSocket.OPEN) {
        throw new FetchFailure('connection-reset', `${url.host}: the other side closed`, false)
      }
      socket.send(message)
    },
    next: mailbox.take,
    close: () => end('aborted', 'we closed'),
  }
}

/** Messages wait here for whoever asks; after the end, asking fails. */
function openMailbox() {
  const messages: string[] = []
  const asking: { resolve: (message: string) => void; reject: (why: FetchFailure) => void }[] = []
  const told: ((why: FetchFailure) => void)[] = []
  let ended: FetchFailure | undefined
  return {
    put(message: string) {
      if (ended) return
      const next = asking.shift()
      if (next) next.resolve(message)
      else messages.push(message)
    },
    take(): Promise<string> {
      const message = messages.shift()
      if (message !== undefined) return Promise.resolve(message)
      if (ended) return Promise.reject(ended)
      return new Promise((resolve, reject) => asking.push({ resolve, reject }))
    },
    end(why: FetchFailure) {
      if (ended) return
      ended = why
      for (const { reject } of asking.splice(0)) reject(why)
      for (const tell of told) tell(why)
    },
    onEnd: (tell: (why: FetchFailure) => void) => void told.push(tell),
  }
}
