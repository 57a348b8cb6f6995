import type { Tools } from '../connector.ts'
import { FetchFailure } from '#platform/fetch/failure.ts'

/** What may go wrong between us and a network. `after`: the network did what it was asked first. */
export type Fault =
  | { answer: Response }
  | { answerAfter: Response }
  /** The connection was never made. */
  | 'unsent'
  /** The request left and nobody knows whether it arrived; it did not. */
  | 'lost'
  | 'timeout-after'
  | 'reset-after'

export interface FaultyFetch {
  fetch: Tools['fetch']
  /** The next request for which `when` is true meets `fault`, once. */
  next(when: (request: { method: string; url: URL }) => boolean, fault: Fault): void
  /** Requests asked so far. */
  asked: { method: string; url: URL }[]
}

export function faultyFetch(fetch: Tools['fetch']): FaultyFetch {
  const planned: { when: (request: { method: string; url: URL }) => boolean; fault: Fault }[] = []
  const asked: FaultyFetch['asked'] = []
  return {
    asked,
    next: (when, fault) => planned.push({ when, fault }),
    fetch: async (address, init) => {
      const request = { method: init?.method ?? 'GET', url: new URL(address) }
      asked.push(request)
      const index = planned.findIndex(({ when }) => when(request))
      const [plan] = index < 0 ? [] : planned.splice(index, 1)
      return plan ? meet(plan.fault, () => fetch(address, init)) : fetch(address, init)
    },
  }
}

async function meet(fault: Fault, arrive: () => Promise<Response>): Promise<Response> {
  if (fault === 'unsent') throw new FetchFailure('connection-refused', 'nobody answers', false)
  if (fault === 'lost') throw new FetchFailure('timeout', 'no answer', true)
  if (typeof fault === 'object' && 'answer' in fault) return fault.answer
  await arrive()
  if (fault === 'timeout-after') throw new FetchFailure('timeout', 'no answer', true)
  if (fault === 'reset-after') throw new FetchFailure('connection-reset', 'cut', true)
  return fault.answerAfter
}
