import { plainLinks } from '#connectors/_contract/plain-links.ts'
import type { TextRules } from '#connectors/_contract/text-rules.ts'

/**
 * How a message is counted and cut (3GPP TS 23.038 and 23.040, read 2026-11-25): in the alphabet of GSM it holds 160
 * characters, and 153 in each part when it takes several; one letter that is not there turns all of it into UCS-2, which
 * holds 70, and 67 in each part.
 */
export const text: TextRules = { count: (words) => partsOf(words).units, spans: plainLinks }

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Two characters each. */
const extended = new Set('\f^{}\\[~]|€')

/** Signs of a word processor that have a twin in the alphabet of GSM. Letters are left as they are. */
const twins: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
}

/** The words as they leave: typographic signs by their plain twins, for one of them alone would double the price. */
export function plain(words: string): string {
  return words
    .replace(/«[ \u00a0\u202f]/g, '"')
    .replace(/[ \u00a0\u202f]»/g, '"')
    .replace(/[’‘“”«»–—…\u00a0\u202f]/g, (sign) => twins[sign] ?? sign)
}

export interface Parts {
  alphabet: 'gsm' | 'ucs2'
  /** Characters as they are counted in that alphabet. */
  units: number
  /** Messages that are billed for one person. */
  parts: number
}

/** How much of a message the words take, as they leave. */
export function partsOf(words: string): Parts {
  const signs = [...plain(words)]
  const isGsm = signs.every((sign) => basic.has(sign) || extended.has(sign))
  const width = (sign: string) => (isGsm ? (extended.has(sign) ? 2 : 1) : sign.length)
  const widths = signs.map(width)
  const units = widths.reduce((sum, one) => sum + one, 0)
  const [alone, each] = isGsm ? [160, 153] : [70, 67]
  const alphabet = isGsm ? 'gsm' : 'ucs2'
  return { alphabet, units, parts: units <= alone ? Math.min(units, 1) : cut(widths, each) }
}

/** A sign of two characters never stands half in one part and half in the next. */
function cut(widths: number[], each: number): number {
  let parts = 1
  let room = each
  for (const width of widths) {
    if (width > room) {
      parts++
      room = each
    }
    room -= width
  }
  return parts
}
