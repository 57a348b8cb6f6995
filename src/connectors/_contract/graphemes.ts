const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Plain ASCII without CR: one grapheme per code unit, no need to segment. */
const plain = /^[\n\x20-\x7e]*$/

/**
 * How many characters a person sees: extended grapheme clusters (Unicode UAX #29), as the platform's own
 * `Intl.Segmenter` cuts them. A family emoji counts one.
 */
export function graphemes(text: string): number {
  if (plain.test(text)) return text.length
  let count = 0
  for (const _ of segmenter.segment(text)) count++
  return count
}
