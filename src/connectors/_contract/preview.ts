import type { Span } from './text-rules.ts'

/** What a network's preview is drawn from. */
export interface PreviewProps {
  text: string
  spans: Span[]
  images: PreviewImage[]
  /** Of its first link, when there is something to show. */
  card?: PreviewCard
  /** What was chosen among the network's own options, where the form of the post hangs on it. */
  options?: Record<string, unknown>
  account: { displayName: string; handle: string; avatarUrl?: string }
  locale: 'en' | 'fr'
  now: Date
  /** The reader's, not the desk's: a post is seen in both. */
  theme: 'light' | 'dark'
  /** Its place in a thread, whose posts are drawn one right under another; absent: it stands alone. */
  thread?: { place: number; of: number }
}

/** What the page behind the first link says of itself. */
export interface PreviewCard {
  host: string
  title: string
  description: string
  siteName: string
  picture: { url: string; width: number; height: number } | null
}

export interface PreviewImage {
  url: string
  alt: string
  /** The point to keep in sight when the network crops: 0..1 from the left and from the top. */
  focal?: { x: number; y: number }
}

/** A stretch of a text as it is drawn: plain, or one of the network's own. */
export interface Piece {
  text: string
  span?: Span
}

/** Cuts a text at its spans, in order, nothing left out. */
export function pieces(text: string, spans: Span[]): Piece[] {
  const cut: Piece[] = []
  let at = 0
  for (const span of spans) {
    if (span.start > at) cut.push({ text: text.slice(at, span.start) })
    cut.push({ text: text.slice(span.start, span.end), span })
    at = span.end
  }
  if (at < text.length) cut.push({ text: text.slice(at) })
  return cut
}

/** CSS `object-position` that keeps the focal point in sight; the middle when there is none. */
export function objectPosition({ focal }: PreviewImage): string {
  return focal ? `${Math.round(focal.x * 100)}% ${Math.round(focal.y * 100)}%` : '50% 50%'
}
