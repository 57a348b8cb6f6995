/** Where several that speak at once leave what they say for one that listens. */
export interface Mailbox<T> {
  /** Resolves once there is room for more. */
  put(item: T): Promise<void>
  /** All that waits, in the order in which it came, at least one. @throws the signal's reason once it is over */
  take(signal: AbortSignal): Promise<T[]>
}

/** So many items wait before those who speak are made to wait. */
const room = 50

export function createMailbox<T>(): Mailbox<T> {
  const waiting: T[] = []
  let rouse = () => {}
  let makeRoom = () => {}
  let taken = Promise.resolve()

  return {
    async put(item) {
      waiting.push(item)
      rouse()
      if (waiting.length === room) {
        const { promise, resolve } = Promise.withResolvers<void>()
        taken = promise
        makeRoom = resolve
      }
      if (waiting.length >= room) await taken
    },
    async take(signal) {
      const leave = () => rouse()
      signal.addEventListener('abort', leave)
      try {
        while (waiting.length === 0 && !signal.aborted) {
          await new Promise<void>((resolve) => (rouse = resolve))
        }
      } finally {
        signal.removeEventListener('abort', leave)
        makeRoom()
      }
      if (waiting.length === 0) signal.throwIfAborted()
      return waiting.splice(0)
    },
  }
}
