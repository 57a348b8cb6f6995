import { randomInt } from 'node:crypto'

/**
 * Digits and lower-case consonants that nobody mistakes for one another when read aloud or copied
 * from paper: no `0 o`, no `1 l i`, no vowel (a code never spells a word), no `y`.
 */
const ALPHABET = '23456789bcdfghjkmnpqrstvwxz'
const LENGTH = 7

/**
 * A new code, drawn evenly from 27⁷ ≈ 10.5 billion: not to be guessed one after the other.
 * The caller lets the database refuse the rare code that is taken.
 */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/**
 * The code meant by what a person typed or a network rewrote: case and a full stop or a bracket
 * left over at the end are forgiven. `undefined` when it cannot be a code.
 */
export function readCode(typed: string): string | undefined {
  const code = typed.toLowerCase().replace(/[^0-9a-z]+$/, '')
  return isCode(code) ? code : undefined
}

function isCode(text: string): boolean {
  return text.length === LENGTH && [...text].every((letter) => ALPHABET.includes(letter))
}

/** How many characters a short link takes: what a text will weigh once its links are replaced. */
export function shortLinkLength(origin: string): number {
  return shortLink(origin, '').length + LENGTH
}

/** `https://desk.example/l/7k2m9pq` */
export function shortLink(origin: string, code: string): string {
  return `${origin}/l/${code}`
}
