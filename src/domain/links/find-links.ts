/** An address in a text; `start` and `end` as in `String.slice`. */
export interface FoundLink {
  start: number
  end: number
  address: string
}

/**
 * The complete `http` and `https` addresses a person wrote in a text. Punctuation that ends the
 * sentence stays out, as does a bracket that was opened before the address; `wiki/Chaise_(meuble)`
 * keeps its own. Bare names (`atelier-morel.fr`) are left alone: they are also read as words.
 */
export function findLinks(text: string): FoundLink[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}@])https?:\/\/[^\s<>"«»“”„‹›`]+/giu)]
    .map((match) => ({ start: match.index, address: trimmed(match[0]) }))
    .filter(({ address }) => /^https?:\/\/[^/?#]/i.test(address) && URL.canParse(address))
    .map(({ start, address }) => ({ start, end: start + address.length, address }))
}

/** The text with each address replaced by what `replacement` gives for it. */
export function replaceLinks(text: string, replacement: (address: string) => string): string {
  return findLinks(text).reduceRight(
    (whole, { start, end, address }) =>
      whole.slice(0, start) + replacement(address) + whole.slice(end),
    text,
  )
}

const pairs: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

function trimmed(address: string): string {
  let end = address.length
  while (end > 0 && isLeftOver(address.slice(0, end))) end -= 1
  return address.slice(0, end)
}

function isLeftOver(address: string): boolean {
  const last = address.at(-1) ?? ''
  if (/[.,;:!?…'’*_~|]/.test(last)) return true
  const opening = pairs[last]
  return opening !== undefined && count(address, last) > count(address, opening)
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1
}
