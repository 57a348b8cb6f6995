/**
 * What a character is to the matcher.
 * - `gap`: separates words.
 * - `silent`: belongs to a word without being part of its spelling (combining accents, joiners, vowel points).
 * - `letters`: spells `text`, case and accents folded (`É` → `e`, `œ` → `oe`, `①` → `1`).
 * - `alone`: a word by itself (an emoji).
 * - `unspaced`: a letter of a script that writes words without spaces; each is read as a word.
 */
export type Folded =
  | { kind: 'gap' }
  | { kind: 'silent' }
  | { kind: 'letters'; text: string }
  | { kind: 'alone'; text: string }
  | { kind: 'unspaced' }

/** How one character (a whole code point) is read. Pure, and slow: callers remember the answers. */
export function foldCharacter(char: string): Folded {
  if (char === '\u200b') return { kind: 'gap' }
  if (silent.test(char)) return { kind: 'silent' }
  if (unspaced.test(char)) return { kind: 'unspaced' }
  if (emoji.test(char)) return { kind: 'alone', text: char }
  const text = letter.test(char) ? foldLetters(char) : ''
  return text === '' ? { kind: 'gap' } : { kind: 'letters', text }
}

/** Folds letters: compatibility forms, case, accents. What is no letter, digit or mark is left out. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(accents, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(accents, '')
    .replace(stroked, (char) => plain[char] ?? char)
    .replace(noLetter, '')
}

/** Latin accents, Arabic and Hebrew points: readers leave them out, so must we. */
const accents =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u064b-\u0655\u0670]/g
const silent = new RegExp(
  `^(?:${accents.source}|[\\u0640\\ufe00-\\ufe0f\\u3099\\u309a\\p{Cf}\\p{Me}\\p{Emoji_Modifier}])$`,
  'u',
)
const unspaced =
  /^(?=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}])[\p{L}\p{N}\p{M}]$/u
const letter = /^[\p{L}\p{N}\p{M}]$/u
const emoji = /^(?![©®™\u203c\u2049\p{L}\p{N}])[\p{Extended_Pictographic}\p{Regional_Indicator}]$/u
const noLetter = /[^\p{L}\p{N}\p{M}]/gu

/** Letters that Unicode does not decompose, written as people type them without their key. */
const plain: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}
const stroked = new RegExp(`[${Object.keys(plain).join('')}]`, 'g')
