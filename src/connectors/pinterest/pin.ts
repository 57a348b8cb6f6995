import { z } from 'zod'
import type { Outgoing, Published } from '#connectors/_contract/connector.ts'
import { optionsOf } from './options.ts'

const count = z.number().optional().catch(undefined)

/** What we use of a Pin (OpenAPI 5.23). */
export const pinSchema = z.object({
  id: z.string(),
  created_at: z.string().nullish(),
  board_id: z.string().nullish(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  alt_text: z.string().nullish(),
  link: z.string().nullish(),
  media: z
    .object({ media_type: z.string().optional(), items: z.array(z.unknown()).optional() })
    .nullish(),
  pin_metrics: z
    .object({
      lifetime_metrics: z
        .object({ impression: count, clickthrough: count, reaction: count, comment: count })
        .nullish(),
    })
    .nullish(),
})

export type Pin = z.infer<typeof pinSchema>

/** Pinterest writes its instants with or without a zone: UTC. */
export function timeOf({ created_at }: Pin): number {
  const written = created_at ?? ''
  return Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(written) ? written : `${written}Z`)
}

export function publishedOf(pin: Pin, now: Date): Published {
  const at = timeOf(pin)
  const url = `https://www.pinterest.com/pin/${pin.id}/`
  return { remoteId: pin.id, url, publishedAt: Number.isNaN(at) ? now : new Date(at) }
}

const altMax = 500

/** A Pin has one alternative text: that of its image, or of all of them in order. */
function altOf({ images, video }: Outgoing): string {
  if (video) return video.alt
  const alts = images.map(({ alt }) => alt.trim())
  if (alts.length === 1) return alts[0] ?? ''
  const numbered = alts.flatMap((alt, i) => (alt === '' ? [] : [`${i + 1}. ${alt}`]))
  return [...numbered.join('\n')].slice(0, altMax).join('')
}

/** What a Pin says, as it is sent. */
export function wordsOf(outgoing: Outgoing) {
  const { title, link } = optionsOf(outgoing)
  return { title, link, description: outgoing.text, alt_text: altOf(outgoing) }
}
