import type { Sign } from './query.ts'

/**
 * Does a hashtag or a handle go on after a word that ends there? A tag is of letters, digits and `_`; within a handle
 * `.`, `-` and `@` also stand, between two of these: a full stop at the end of a sentence is none of it.
 */
export function goesOn(text: string, end: number, sign: Sign): boolean {
  const onwards = sign === '#' ? ofTag : ofHandle
  onwards.lastIndex = end
  return sign !== '' && onwards.test(text)
}

const ofTag = /[\p{L}\p{N}_]/uy
const ofHandle = /[.@-]?[\p{L}\p{N}_]/uy
