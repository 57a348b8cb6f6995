import type { Log } from '#platform/log.ts'
import type { Queue, QueueSettings } from './queue.ts'

/**
 * The queue that was configured; undefined when none was. Its client is loaded for those who use it alone.
 * @throws QueueRefused when the server is there and will not do
 */
export async function openQueue(
  settings: QueueSettings | undefined,
  log: Log,
): Promise<Queue | undefined> {
  if (!settings) return undefined
  const { openNats } = await import('./nats/open-nats.ts')
  return openNats(settings, log)
}
