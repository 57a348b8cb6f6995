import { createHash } from 'node:crypto'
import type { Image, Outgoing } from '#connectors/_contract/connector.ts'
import { readEntity } from './bech32.ts'
import { type Draft, kinds, secondsOf } from './event.ts'
import type { ReplyRefs } from './thread.ts'
import { text as rules } from './text.ts'

/** An image and where it can be fetched. */
export interface Placed {
  image: Image
  url: string
}

/**
 * The note that a delivery makes, from what never changes between attempts: so every attempt makes the same event,
 * with the same name, and relays keep one. Its own tag keeps apart two deliveries that say the same at the same second.
 */
export function noteOf(
  outgoing: Pick<Outgoing, 'id' | 'plannedAt' | 'text'>,
  images: Placed[],
  reply: ReplyRefs | null,
): Draft {
  const words = outgoing.text.replace(/(?<![\w/])@(?=(npub|nprofile)1)/g, 'nostr:')
  const content = [words, images.map(({ url }) => url).join('\n')].filter((part) => part !== '')
  return {
    kind: kinds.note,
    created_at: secondsOf(outgoing.plannedAt),
    content: content.join('\n\n'),
    tags: [
      ...(reply ? replyTags(reply) : []),
      ...tagsIn(words, reply?.people ?? []),
      ...images.map(imeta),
      ['delivery', createHash('sha256').update(outgoing.id).digest('hex').slice(0, 16)],
    ],
  }
}

/** NIP-10 (read 2026-11-25): an answer to the root of a thread names it alone. */
function replyTags({ root, parent, people }: ReplyRefs): string[][] {
  const above = parent === root ? [] : [['e', parent, '', 'reply']]
  return [['e', root, '', 'root'], ...above, ...people.map((pubkey) => ['p', pubkey])]
}

/** People and tags of a text: `p` (NIP-27), `q` for a note that is quoted (NIP-18), `t` in small letters (NIP-24). */
function tagsIn(words: string, named: string[]): string[][] {
  const tags = rules.spans(words).flatMap(({ kind, value }): string[][] => {
    if (kind === 'hashtag') return [['t', value.toLowerCase()]]
    const entity = /^https?:/.test(value) ? null : readEntity(value)
    if (entity?.kind === 'person' && !named.includes(entity.pubkey)) return [['p', entity.pubkey]]
    return entity?.kind === 'event' ? [['q', entity.id]] : []
  })
  return [...new Map(tags.map((tag) => [tag.join(' '), tag])).values()]
}

/** NIP-92 (read 2026-11-25). */
function imeta({ image, url }: Placed): string[] {
  const { type, width, height, alt, bytes } = image
  const described = alt === '' ? [] : [`alt ${alt.replace(/\s+/g, ' ')}`]
  return [
    'imeta',
    `url ${url}`,
    `m ${type}`,
    `dim ${width}x${height}`,
    ...described,
    `x ${hashOf(bytes)}`,
  ]
}

export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
