import { setTimeout as pause } from 'node:timers/promises'

export interface PerHost {
  /** Requests under way at once. */
  concurrent: number
  /** Requests begun in any second. */
  perSecond: number
}

/**
 * Waits for its turn at a host; the function it gives must be called when the exchange is over.
 * @param gapMs the least time since the last request to that host began, where its owner asks for more than our bounds
 */
export type TakeTurn = (host: string, signal: AbortSignal, gapMs?: number) => Promise<() => void>

interface Line {
  underWay: number
  /** When the last requests began, in ms of the monotonic clock; at most `perSecond` of them. */
  begun: number[]
  /** The longest gap that was asked for here: for so long, when the last one began is worth knowing. */
  longestGap: number
  waiting: (() => void)[]
}

/** Politeness towards each host, whoever asks: a bound that no mistake of ours can pass. */
export function hostLimits({ concurrent, perSecond }: PerHost): TakeTurn {
  const lines = new Map<string, Line>()

  return async (host, signal, gapMs = 0) => {
    const line = lines.get(host) ?? { underWay: 0, begun: [], longestGap: 0, waiting: [] }
    lines.set(host, line)
    line.longestGap = Math.max(line.longestGap, gapMs)
    while (line.underWay >= concurrent) await nextTurn(line, signal)
    line.underWay++
    const leave = () => {
      line.underWay--
      line.waiting.shift()?.()
      if (line.underWay === 0 && line.waiting.length === 0) forget(host, line)
    }
    try {
      await pace(line, signal, gapMs)
      return leave
    } catch (error) {
      leave()
      throw error
    }
  }

  async function pace(line: Line, signal: AbortSignal, gapMs: number): Promise<void> {
    const now = performance.now()
    const afterGap = (line.begun.at(-1) ?? Number.NEGATIVE_INFINITY) + gapMs
    const inPace = line.begun.length < perSecond ? now : (line.begun.shift() ?? now) + 1_000
    const turn = Math.max(now, inPace, gapMs > 0 ? afterGap : now)
    line.begun.push(turn)
    if (turn <= now) return
    try {
      await pause(turn - now, undefined, { signal })
    } catch (error) {
      // Whoever gave up leaves its turn to the others.
      line.begun.splice(line.begun.indexOf(turn), 1)
      throw error
    }
  }

  /** Its pace is over after a second, or the gap that it wants; nothing else is worth keeping of a host. */
  function forget(host: string, line: Line): void {
    const timer = setTimeout(() => {
      if (line.underWay === 0 && line.waiting.length === 0 && lines.get(host) === line) {
        lines.delete(host)
      }
    }, line.longestGap + 1_100)
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
