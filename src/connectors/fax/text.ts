import { plainLinks } from '#connectors/_contract/plain-links.ts'
import type { TextRules } from '#connectors/_contract/text-rules.ts'

/** Characters, as they are printed. */
export const text: TextRules = { count: (words) => [...words].length, spans: plainLinks }

/** Letters and signs of the printed face (Windows-1252), besides those of ASCII and Latin-1. */
const beyondLatin = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'

const isPrinted = (sign: string) => {
  const code = sign.codePointAt(0) ?? 0
  return (
    code === 10 ||
    (code >= 32 && code < 127) ||
    (code >= 160 && code < 256) ||
    beyondLatin.includes(sign)
  )
}

/** Pictures, and what colours or joins them. */
const unprinted =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Variation_Selector}|[\u200b-\u200d]/gu

/** The words as they are printed: narrow spaces are spaces, and pictures within the text are left out. */
export function printed(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[\u2000-\u200a\u202f]/g, '\u00a0')
    .replace(/\r\n?/g, '\n')
    .replace(unprinted, (sign) => (isPrinted(sign) ? sign : ''))
    .replace(/ {2,}/g, ' ')
}

/** The first sign that the printed face does not have; null when it has all. */
export const notPrinted = (words: string): string | null =>
  [...printed(words)].find((sign) => !isPrinted(sign)) ?? null
