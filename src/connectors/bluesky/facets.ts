import { z } from 'zod'
import type { Span } from '#connectors/_contract/text-rules.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import type { Session } from './session.ts'
import { text as rules, utf8Length } from './text.ts'

export interface Facet {
  index: { byteStart: number; byteEnd: number }
  features: Record<string, string>[]
}

/**
 * Links, mentions and tags of a text as Bluesky wants them: stretches counted in bytes of UTF-8 (lexicon
 * `app.bsky.richtext.facet`). A mention of nobody stays plain text.
 * @returns a failure only when a handle could not be looked up
 */
export async function facetsOf(session: Session, words: string): Promise<Outcome<Facet[]>> {
  const facets: Facet[] = []
  for (const span of rules.spans(words)) {
    const feature = await featureOf(session, span)
    if (!feature.ok) return feature
    if (feature.value) facets.push({ index: byteRange(words, span), features: [feature.value] })
  }
  return done(facets)
}

function byteRange(words: string, span: Span): Facet['index'] {
  const byteStart = utf8Length(words.slice(0, span.start))
  return { byteStart, byteEnd: byteStart + utf8Length(words.slice(span.start, span.end)) }
}

async function featureOf(
  session: Session,
  span: Span,
): Promise<Outcome<Record<string, string> | null>> {
  const type = 'app.bsky.richtext.facet'
  if (span.kind === 'link') return done({ $type: `${type}#link`, uri: span.value })
  if (span.kind === 'hashtag') return done({ $type: `${type}#tag`, tag: span.value })
  const call = { method: 'com.atproto.identity.resolveHandle', params: { handle: span.value } }
  const found = await session.call(call, z.object({ did: z.string() }))
  if (found.ok) return done({ $type: `${type}#mention`, did: found.value.did })
  return found.failure.kind === 'rejected' ? done(null) : found
}
