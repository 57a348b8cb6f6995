/** A stretch of a text, in UTF-16 offsets as in `String.slice`. */
export interface Stretch {
  start: number
  end: number
}

/** One word looked for, folded: case and accents gone (see `fold.ts`). */
export interface Atom {
  text: string
  /** `chais*`: any word that begins so. */
  prefix: boolean
  /** `#chêne` asks for the hashtag, `@morel` for the handle; without a sign, the word in any dress. */
  sign: Sign
}

export type Sign = '' | '#' | '@'

/** Words that follow each other; a single word is a phrase of one. */
export interface Words {
  op: 'words'
  atoms: readonly Atom[]
  /** As typed, without its quotes. */
  written: string
  at: Stretch
}

export interface Not {
  op: 'not'
  part: Query
  at: Stretch
}

/** A saved query, read. `NOT` binds tighter than `AND`, and `AND` tighter than `OR`. */
export type Query =
  | Words
  | Not
  | { op: 'and'; parts: readonly Query[] }
  | { op: 'or'; parts: readonly Query[] }

/** Where a part of a query was typed. */
export function stretchOf(query: Query): Stretch {
  if (query.op === 'words' || query.op === 'not') return query.at
  const stretches = query.parts.map(stretchOf)
  return {
    start: Math.min(...stretches.map((s) => s.start)),
    end: Math.max(...stretches.map((s) => s.end)),
  }
}

/** Every group of words the query wishes to find, leaving out what it excludes. */
export function wishedWords(query: Query, negated = false): Words[] {
  if (query.op === 'words') return negated ? [] : [query]
  if (query.op === 'not') return wishedWords(query.part, !negated)
  return query.parts.flatMap((part) => wishedWords(part, negated))
}
