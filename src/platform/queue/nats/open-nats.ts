import type { Log } from '#platform/log.ts'
import { type Outgoing, type Queue, QueueAway, type QueueSettings } from '../queue.ts'
import { type Line, openLink } from './link.ts'
import { DURABLE, subjectOf } from './stream.ts'
import { messages, takeFrom } from './take.ts'
import { awayFor } from './troubles.ts'

/** On their way at once. */
const AT_ONCE = 256

/**
 * A queue in a stream of NATS JetStream, on the disk of its server.
 * @throws QueueRefused when the server is there and will not do
 */
export async function openNats(settings: QueueSettings, log: Log): Promise<Queue> {
  const { stream } = settings
  const link = await openLink(settings, log)

  async function over<T>(ask: (line: Line) => Promise<T>): Promise<T> {
    const line = link.line()
    if (!line) throw new QueueAway(link.trouble())
    try {
      return await ask(line)
    } catch (error) {
      throw awayFor(error)
    }
  }

  const put = (items: readonly Outgoing[]) =>
    over(async ({ js }) => {
      for (let first = 0; first < items.length; first += AT_ONCE) {
        const some = items.slice(first, first + AT_ONCE)
        const sent = some.map(({ id, topic, body }) =>
          js.publish(subjectOf(stream, topic), body, { msgID: id }),
        )
        await Promise.all(sent)
      }
    })

  return {
    trouble: () => (link.line() ? null : link.trouble()),
    put,
    take: (handle, stop) => takeFrom(link, settings, log, handle, stop),
    isOldest: (item) =>
      over(async ({ manager }) => {
        // What is done leaves the stream: its first is the oldest that is not.
        const { state } = await manager.streams.info(stream)
        return state.first_seq >= (messages.get(item)?.seq ?? 0)
      }),
    load: () =>
      over(async ({ manager }) => {
        const [{ state }, { num_ack_pending }] = await Promise.all([
          manager.streams.info(stream),
          manager.consumers.info(stream, DURABLE),
        ])
        return { waiting: state.messages, inHand: num_ack_pending, bytes: state.bytes }
      }),
    close: () => link.close(),
  }
}
