import type { Clock } from '#platform/clock.ts'
import { type Queue, QueueAway } from '#platform/queue/queue.ts'
import type { Text } from '#platform/text.ts'
import { write } from './message.ts'
import type { Passage } from './brought.ts'

/** Who collects puts everything into the queue before the place moves; whoever takes it out keeps it (`keep-taken.ts`). */
export function queued(queue: Queue, clock: Clock): Passage {
  return {
    waitsFor() {
      const why = queue.trouble()
      return why && waitingFor(why)
    },
    async hand(brought) {
      const messages = write(brought, clock.now())
      if (messages.length > 0) await queue.put(messages)
      return null
    },
  }
}

/** What stands by a source that waits, whatever it was that failed; undefined when it was not the queue. */
export function waitOf(error: unknown): Text | undefined {
  return error instanceof QueueAway ? waitingFor(error.why) : undefined
}

const waitingFor = (why: Text): Text => ({
  en: `Waiting for the queue: ${why.en}. Nothing is lost: reading will resume where it stopped.`,
  fr: `En attente de la file : ${why.fr}. Rien n’est perdu : la lecture reprendra d’elle-même où elle en était.`,
})
