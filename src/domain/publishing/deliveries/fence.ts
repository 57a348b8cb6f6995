import type { Socket, Tools } from '#connectors/_contract/connector.ts'
import type { Clock } from '#platform/clock.ts'

/** Stands between a connector and the network: nothing passes once the delivery may be in other hands. */
export interface Fence {
  fetch: Tools['fetch']
  socket: Tools['socket']
  courier: Tools['courier']
  /** The lease was renewed until then. */
  moveTo(leaseUntil: Date): void
  /** Nothing passes any more. */
  close(): void
  /** Whether anything passed at all. */
  passed(): boolean
}

/** @param margin how long before the end of the lease the fence closes by itself, in milliseconds */
export function raiseFence(
  { fetch, socket, courier }: Pick<Tools, 'fetch' | 'socket' | 'courier'>,
  clock: Clock,
  leaseUntil: Date,
  margin: number,
): Fence {
  let until = leaseUntil.getTime() - margin
  let requests = 0
  const pass = () => {
    if (clock.now().getTime() >= until) throw new NotSent()
    requests++
  }
  return {
    async fetch(url, init) {
      pass()
      return fetch(url, init)
    },
    socket: socket && (async (url, init) => watched(await socket(url, init), pass)),
    courier:
      courier &&
      (async (server) => {
        const opened = await courier(server)
        const send: typeof opened.send = async (posting) => {
          pass()
          return opened.send(posting)
        }
        return { ...opened, send }
      }),
    moveTo(lease) {
      if (until > 0) until = lease.getTime() - margin
    },
    close() {
      until = 0
    },
    passed: () => requests > 0,
  }
}

/** A socket may outlive the lease: each message is judged, and opening says nothing yet. */
function watched(socket: Socket, pass: () => void): Socket {
  return {
    ...socket,
    send(message) {
      pass()
      socket.send(message)
    },
  }
}

/** Connectors read `requestSent` as of any failed fetch: nothing happened on the network. */
class NotSent extends Error {
  readonly requestSent = false

  constructor() {
    super('the delivery is no longer in these hands')
    this.name = 'NotSent'
  }
}
