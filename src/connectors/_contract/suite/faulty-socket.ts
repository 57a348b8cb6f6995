import { FetchFailure } from '#platform/fetch/failure.ts'
import type { Socket } from '../connector.ts'
import type { Fault } from './fault.ts'
import type { SocketWords } from './kit.ts'

/**
 * A socket on which a message may meet a fault. After it the network says what stands for the answer, if anything,
 * and then nothing more: time runs out at once.
 * @param meets the fault that a message meets, if it meets one
 */
export function faultySocket(
  socket: Socket,
  words: SocketWords,
  meets: (message: string) => Fault | undefined,
): Socket {
  let instead: Promise<string[]> | undefined
  let end = new FetchFailure('timeout', 'no answer', true)

  return {
    close: () => socket.close(),
    send(message) {
      const fault = meets(message)
      instead = undefined
      if (!fault) return socket.send(message)
      if (fault === 'unsent') throw new FetchFailure('connection-reset', 'it has closed', false)
      if (fault === 'reset-after') end = new FetchFailure('connection-reset', 'cut', true)
      const response = typeof fault === 'object' ? Object.values(fault)[0] : undefined
      instead = response ? words.answer(message, response) : Promise.resolve([])
      const arrives = fault !== 'lost' && !(typeof fault === 'object' && 'answer' in fault)
      if (arrives) socket.send(message)
    },
    async next() {
      if (!instead) return socket.next()
      const said = (await instead).shift()
      if (said === undefined) throw end
      return said
    },
  }
}
