import { type Dispatcher, fetch as undiciFetch } from 'undici'
import { FetchFailure, kindOf } from './failure.ts'
import type { LiveLimits } from './live-socket.ts'

export interface LiveAnswer {
  status: number
  headers: Headers
  /**
   * The next piece of text as it comes; null at its end.
   * @throws FetchFailure when it broke, fell silent or was ended by us
   */
  next(): Promise<string | null>
  close(): void
}

/**
 * Asks for an answer without an end, through a dispatcher that chooses what may be dialled. It is pulled: what nobody
 * reads waits at the other side.
 * @throws FetchFailure when there was no answer
 */
export async function openLiveAnswer(
  url: URL,
  dispatcher: Dispatcher,
  { signal, quietMs, headers }: LiveLimits & { headers: Record<string, string> },
): Promise<LiveAnswer> {
  const stop = new AbortController()
  const either = AbortSignal.any([signal, stop.signal])
  const silence = new FetchFailure(
    'timeout',
    `${url.host}: silent for ${Math.round(quietMs / 1000)} s`,
    true,
  )

  /** One wait, no longer than the other side may be silent. */
  async function waited<T>(work: Promise<T>): Promise<T> {
    const timer = setTimeout(() => stop.abort(silence), quietMs)
    try {
      return await work
    } catch (error) {
      if (stop.signal.reason === silence) throw silence
      if (either.aborted) throw new FetchFailure('aborted', `${url.host}: we closed`, true, error)
      throw new FetchFailure(kindOf(error, true), `${url.host}: it broke`, true, error)
    } finally {
      clearTimeout(timer)
    }
  }

  const response = await waited(
    undiciFetch(url, { headers, redirect: 'manual', signal: either, dispatcher }),
  )
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  return {
    status: response.status,
    headers: new Headers([...response.headers]),
    async next() {
      if (!reader) return null
      const { done, value } = await waited(reader.read())
      return done ? null : decoder.decode(value, { stream: true })
    },
    close: () => stop.abort(),
  }
}
