import { FetchFailure } from '#platform/fetch/failure.ts'
import type { Tools } from '../connector.ts'
import type { Asked, Fault } from './fault.ts'
import { faultyCourier } from './faulty-courier.ts'
import { faultyMailbox } from './faulty-mailbox.ts'
import { faultySocket } from './faulty-socket.ts'
import type { SocketWords } from './kit.ts'

export interface FaultyNetwork {
  fetch: Tools['fetch']
  socket: Tools['socket']
  courier: Tools['courier']
  mailbox: Tools['mailbox']
  /** The next request for which `when` is true meets `fault`, once. */
  next(when: (request: { method: string; url: URL }) => boolean, fault: Fault): void
  /** Requests asked so far, and messages said by socket. */
  asked: Asked[]
}

/** For a network asked by requests alone. */
export const faultyFetch = (fetch: Tools['fetch']) => faultyNetwork({ fetch })

/** @param words how the faults are said by socket, where the network speaks by it */
export function faultyNetwork(
  { fetch, socket, courier, mailbox }: Pick<Tools, 'fetch' | 'socket' | 'courier' | 'mailbox'>,
  words?: SocketWords,
): FaultyNetwork {
  const planned: { when: (request: Asked) => boolean; fault: Fault }[] = []
  const asked: Asked[] = []
  const planFor = (request: Asked): Fault | undefined => {
    asked.push(request)
    const index = planned.findIndex(({ when }) => when(request))
    return index < 0 ? undefined : planned.splice(index, 1)[0]?.fault
  }
  return {
    asked,
    next: (when, fault) => planned.push({ when, fault }),
    courier: courier && faultyCourier(courier, planFor),
    mailbox: mailbox && faultyMailbox(mailbox, planFor),
    fetch: async (address, init) => {
      const fault = planFor({ method: init?.method ?? 'GET', url: new URL(address) })
      return fault ? meet(fault, () => fetch(address, init)) : fetch(address, init)
    },
    socket:
      socket &&
      words &&
      (async (address, init) => {
        const url = new URL(address)
        const meets = (message: string) => planFor({ method: words.method(message), url })
        return faultySocket(await socket(address, init), words, meets)
      }),
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
