import type { Hint, Subject } from './hint.ts'
import { shortened } from './quote.ts'

/** Words all in capitals, several in a row or a long one: an acronym is neither. */
const SHOUTED =
  /(?<!\p{L})(?:\p{Lu}[\p{Lu}’'-]{2,}(?:[\s,]+\p{Lu}[\p{Lu}’'-]*){1,}|\p{Lu}{8,})(?!\p{Ll})/u

/** A passage written in capitals. */
export function capitals({ prose }: Subject): Hint | null {
  const found = SHOUTED.exec(prose)
  if (!found || found[0].replace(/\P{L}/gu, '').length < 8) return null
  const [passage] = found
  return {
    kind: 'capitals',
    text: {
      en: `“${shortened(passage)}” is all in capitals: it reads as a shout, and more slowly.`,
      fr: `« ${shortened(passage)} » est tout en capitales : cela se lit comme un cri, et moins vite.`,
    },
    why: {
      en: 'Long passages in capitals are harder to read for people with dyslexia, and some screen readers spell such words out.',
      fr: 'Les passages en capitales sont plus difficiles à lire pour les personnes dyslexiques, et certains lecteurs d’écran les épellent.',
    },
    source: 'https://ada.uky.edu/digital-accessibility/social-media',
    where: { start: found.index, end: found.index + passage.length },
  }
}
