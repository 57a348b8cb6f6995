import {
  AckPolicy,
  DiscardPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream'
import { type NatsConnection, nanos } from '@nats-io/transport-node'
import { QueueRefused, type QueueSettings } from '../queue.ts'

/** All processes are one consumer: each item is in the hands of one of them. */
export const DURABLE = 'listeners'

export const subjectOf = (stream: string, topic: string) => `${stream}.heard.${topic}`

/** Longer than the longest lease under which something is read, so that whoever reads it again puts nothing in twice. */
const SAME_MS = 5 * 60_000
/** In all hands together: beyond, nothing is handed out before something is done. */
const IN_HANDS = 5_000
/** The longest item is a text of 50,000 UTF-16 units with its author and addresses: some 250 kB in JSON. */
const LONGEST_ITEM = 512 * 1024
const USUAL_HAND_MS = 30_000

export const handOf = ({ handMs }: QueueSettings) => handMs ?? USUAL_HAND_MS

/**
 * Makes the stream and its consumer, or brings them up to date.
 * - Work queue: an item that is done is gone; one that is not stays however old it is. Nothing that waits is thrown away.
 * - Full: new items are refused, and whoever brings them waits.
 * - Handed out without end: who takes an item decides when it is hopeless, and says so in words, where the server's own
 *   `max_deliver` would only stop handing it out.
 * @throws QueueRefused when a stream of that name is somebody else's, or when the server takes too short messages
 */
export async function prepareStream(
  nats: NatsConnection,
  manager: JetStreamManager,
  settings: QueueSettings,
): Promise<void> {
  const { stream, maxBytes } = settings
  const longest = nats.info?.max_payload ?? 0
  if (longest < LONGEST_ITEM) throw tooShort(longest)
  const wanted = {
    subjects: [subjectOf(stream, '*')],
    max_bytes: maxBytes,
    duplicate_window: nanos(SAME_MS),
  }
  const info = await manager.streams
    .info(stream)
    .catch(unlessMissing(JetStreamApiCodes.StreamNotFound))
  if (!info) {
    await manager.streams.add({
      ...wanted,
      name: stream,
      description: 'What Vigie collected and has not kept yet.',
      storage: StorageType.File,
      retention: RetentionPolicy.Workqueue,
      discard: DiscardPolicy.New,
    })
  } else {
    const { config } = info
    const isOurs = config.subjects.length === 1 && config.subjects[0] === wanted.subjects[0]
    const isWork = config.retention === RetentionPolicy.Workqueue
    if (!isOurs || !isWork || config.discard !== DiscardPolicy.New) throw notOurs(stream)
    const isSame =
      config.max_bytes === maxBytes && config.duplicate_window === wanted.duplicate_window
    if (!isSame) await manager.streams.update(stream, wanted)
  }
  await prepareConsumer(manager, settings)
}

async function prepareConsumer(manager: JetStreamManager, settings: QueueSettings): Promise<void> {
  const { stream } = settings
  const ack_wait = nanos(handOf(settings))
  const info = await manager.consumers
    .info(stream, DURABLE)
    .catch(unlessMissing(JetStreamApiCodes.ConsumerNotFound))
  if (!info) {
    await manager.consumers.add(stream, {
      durable_name: DURABLE,
      ack_policy: AckPolicy.Explicit,
      ack_wait,
      max_ack_pending: IN_HANDS,
      max_deliver: -1,
    })
  } else if (info.config.ack_wait !== ack_wait) {
    await manager.consumers.update(stream, DURABLE, { ack_wait })
  }
}

const unlessMissing = (code: JetStreamApiCodes) => (error: unknown) => {
  if (error instanceof JetStreamApiError && error.code === code) return undefined
  throw error
}

function notOurs(stream: string): QueueRefused {
  return new QueueRefused({
    en: `NATS has a stream “${stream}” that is not Vigie’s. Name another one in VIGIE_NATS_STREAM.`,
    fr: `NATS a un flux « ${stream} » qui n’est pas celui de Vigie. Indiquez un autre nom dans VIGIE_NATS_STREAM.`,
  })
}

function tooShort(longest: number): QueueRefused {
  return new QueueRefused({
    en: `NATS takes messages of ${longest} bytes at most; Vigie needs ${LONGEST_ITEM} (max_payload in its configuration).`,
    fr: `NATS n’accepte que des messages de ${longest} octets ; il en faut ${LONGEST_ITEM} à Vigie (max_payload dans sa configuration).`,
  })
}
