import { createParser } from 'eventsource-parser'
import type { StreamBatch } from '#connectors/_contract/connector.ts'
import { parseJson } from '#connectors/_contract/ask.ts'
import { foundOf, lastingId, statusSchema } from './status.ts'

/** A status with its whole account weighs some kilobytes. */
const MOST_UNITS = 512 * 1024

/** Reads server-sent events as they come: `update`, `status.update` and `delete`; the others say nothing of posts. */
export function readEvents() {
  let batch = empty()
  let units = 0
  const parser = createParser({
    onEvent({ event, data }) {
      units = 0
      if (event === 'delete') batch.gone.posts.push(lastingId(data.trim().slice(0, 100)))
      if (event !== 'update' && event !== 'status.update') return
      const status = statusSchema.safeParse(parseJson(data))
      if (!status.success || Number.isNaN(Date.parse(status.data.created_at))) {
        batch.skipped++
        return
      }
      // A boost repeats a post that was heard, and a stream may bear what is not for all.
      if (status.data.visibility !== 'public') return
      if (event === 'update') batch.items.push(foundOf(status.data))
      else batch.changed.push(foundOf(status.data))
      batch.newestAt = new Date(status.data.created_at)
    },
  })
  return {
    /** @returns what was completed by this piece of text, or null when nothing was */
    feed(text: string): StreamBatch | null {
      units += text.length
      if (units > MOST_UNITS) {
        // One that has no end is left out; the next begins at its own first line.
        parser.reset()
        units = 0
        batch.skipped++
      }
      parser.feed(text)
      const { items, changed, gone, skipped } = batch
      if (items.length + changed.length + gone.posts.length + skipped === 0) return null
      const read: StreamBatch = batch
      batch = empty()
      return read
    },
  }
}

interface Read extends StreamBatch {
  changed: StreamBatch['items']
  gone: { posts: string[]; authors: string[] }
  skipped: number
}

const empty = (): Read => ({ items: [], changed: [], gone: { posts: [], authors: [] }, skipped: 0 })
