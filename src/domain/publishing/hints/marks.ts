/** A passage, as UTF-16 offsets. */
export interface Stretch {
  start: number
  end: number
}

export interface Finder extends Stretch {
  kind: 'link' | 'mention' | 'hashtag'
}

const SHAPES: readonly (readonly [Finder['kind'], RegExp])[] = [
  ['link', /(?:https?:\/\/|www\.)[^\s<>"”»]+/giu],
  ['hashtag', /(?<![\p{L}\p{N}&/#])#[\p{L}\p{N}\p{M}_]*\p{L}[\p{L}\p{N}\p{M}_]*/gu],
  ['mention', /(?<![\p{L}\p{N}/])@[\p{L}\p{N}_][\p{L}\p{N}_.@-]*/gu],
]

/** Links, hashtags and mentions of a text, by shape: what they are on one network is its connector's to say. */
export function marksOf(text: string): Finder[] {
  const found = SHAPES.flatMap(([kind, shape]) =>
    [...text.matchAll(shape)].map(({ 0: match, index }) => ({
      kind,
      start: index,
      end: index + match.replace(/[.,;:!?)’'-]+$/u, '').length,
    })),
  )
  const links = found.filter(({ kind }) => kind === 'link')
  return found
    .filter((one) => one.kind === 'link' || !links.some((link) => isInside(one, link)))
    .sort((a, b) => a.start - b.start)
}

/** The text with these passages blanked, every offset kept. */
export function withoutMarks(text: string, marks: readonly Stretch[]): string {
  let prose = ''
  let at = 0
  for (const { start, end } of marks) {
    if (start < at) continue
    prose += text.slice(at, start) + ' '.repeat(end - start)
    at = end
  }
  return prose + text.slice(at)
}

const isInside = (one: Stretch, other: Stretch) => one.start >= other.start && one.end <= other.end
