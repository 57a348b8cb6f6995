import type { Tools } from '#connectors/_contract/connector.ts'
import type { Clock } from '#platform/clock.ts'

/** Stands between a connector and the network: nothing passes once the delivery may be in other hands. */
export interface Fence {
  fetch: Tools['fetch']
  /** The lease was renewed until then. */
  moveTo(leaseUntil: Date): void
  /** Nothing passes any more. */
  close(): void
  /** Whether anything passed at all. */
  passed(): boolean
}

/** @param margin how long before the end of the lease the fence closes by itself, in milliseconds */
export function raiseFence(
  fetch: Tools['fetch'],
  clock: Clock,
  leaseUntil: Date,
  margin: number,
): Fence {
  let until = leaseUntil.getTime() - margin
  let requests = 0
  return {
    async fetch(url, init) {
      if (clock.now().getTime() >= until) throw new NotSent()
      requests++
      return fetch(url, init)
    },
    moveTo(lease) {
      if (until > 0) until = lease.getTime() - margin
    },
    close() {
      until = 0
    },
    passed: () => requests > 0,
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
