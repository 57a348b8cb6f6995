import { z } from 'zod'
import type { Outgoing, Published } from '#connectors/_contract/connector.ts'
import { optionsOf } from './options.ts'
import { wordsOf } from './words.ts'

/** What we use of a video that was sent. */
export const sentSchema = z.object({
  id: z.string(),
  snippet: z.object({ publishedAt: z.string().optional() }).optional(),
})

export type Sent = z.infer<typeof sentSchema>

/** The number of a video has eleven signs; that of a comment is longer. */
export const isVideo = (id: string) => /^[\w-]{11}$/.test(id)

export const urlOf = (id: string) => `https://www.youtube.com/watch?v=${id}`

export function publishedOf({ id, snippet }: Sent, now: Date): Published {
  const at = Date.parse(snippet?.publishedAt ?? '')
  const publishedAt = Number.isNaN(at) ? now : new Date(at)
  return { remoteId: id, url: urlOf(id), publishedAt }
}

/** “People & Blogs”, as in YouTube’s own examples: a video must have a category. */
const categoryId = '22'

/** A video as it is announced (`videos.insert`). */
export function videoFor({ text, options }: Pick<Outgoing, 'text' | 'options'>) {
  const { title, tags, privacy, forKids } = optionsOf(options)
  return {
    snippet: { ...wordsOf(text, title), ...(tags.length > 0 ? { tags } : {}), categoryId },
    status: { privacyStatus: privacy, selfDeclaredMadeForKids: forKids },
  }
}
