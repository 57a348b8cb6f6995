import { setTimeout as pause } from 'node:timers/promises'

export interface PerHost {
  /** Requests under way at once. */
  concurrent: number
  /** Requests begun in any second. */
  perSecond: number
}

/** Waits for its turn at a host; the function it gives must be called when the exchange is over. */
export type TakeTurn = (host: string, signal: AbortSignal) => Promise<() => void>

interface Line {
  underWay: number
  /** When the last requests began, in ms of the monotonic clock; at most `perSecond` of them. */
  begun: number[]
  waiting: (() => void)[]
}

/** Politeness towards each host, whoever asks: a bound that no mistake of ours can pass. */
export function hostLimits({ concurrent, perSecond }: PerHost): TakeTurn {
  const lines = new Map<string, Line>()

  return async (host, signal) => {
    const line = lines.get(host) ?? { underWay: 0, begun: [], waiting: [] }
    lines.set(host, line)
    while (line.underWay >= concurrent) await nextTurn(line, signal)
    line.underWay++
    const leave = () => {
      line.underWay--
      line.waiting.shift()?.()
      if (line.underWay === 0 && line.waiting.length === 0) forget(host, line)
    }
    try {
      await pace(line, signal)
      return leave
    } catch (error) {
      leave()
      throw error
    }
  }

  async function pace(line: Line, signal: AbortSignal): Promise<void> {
    const now = performance.now()
    const earliest = line.begun.length < perSecond ? now : (line.begun.shift() ?? now) + 1_000
    line.begun.push(Math.max(now, earliest))
    if (earliest > now) await pause(earliest - now, undefined, { signal })
  }

  /** Its pace is over after a second; nothing else is worth keeping of a host. */
  function forget(host: string, line: Line): void {
    const timer = setTimeout(() => {
      if (line.underWay === 0 && line.waiting.length === 0 && lines.get(host) === line) {
        lines.delete(host)
      }
    }, 1_100)
    timer.unref()
  }
}

function nextTurn(line: Line, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const go = () => {
      signal.removeEventListener('abort', giveUp)
      resolve()
    }
    const giveUp = () => {
      line.waiting.splice(line.waiting.indexOf(go), 1)
      reject(signal.reason)
    }
    if (signal.aborted) return reject(signal.reason)
    signal.addEventListener('abort', giveUp, { once: true })
    line.waiting.push(go)
  })
}
