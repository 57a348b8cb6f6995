import type { FieldTest } from './fields.ts'

/** A stretch of a text, in UTF-16 offsets as in `String.slice`. */
export interface Stretch {
  start: number
  end: number
}

/** One word looked for. */
export interface Atom {
  /** Folded: case and accents gone (see `fold.ts`); a `?` stands for any one letter. */
  text: string
  /** `chais*`: any word that begins so. */
  prefix: boolean
  /** `#chêne` asks for the hashtag, `@morel` for the handle; without a sign, the word in any dress. */
  sign: Sign
  /** The sign of the hashtag or handle that ends with this word: `@morel` is not `@morel.lyon`. None if it may go on. */
  closes: Sign
  /** `{Lyre}`: spelt exactly so, capitals and accents included; null when any spelling will do. */
  exact: string | null
}

export type Sign = '' | '#' | '@'

/** Words that follow each other; a single word is a phrase of one. */
export interface Words {
  op: 'words'
  atoms: readonly Atom[]
  /** `"…"~n`: all of them in any order, with at most so many other words among them; null when they follow each other. */
  slop: number | null
  /** As typed, without its quotes. */
  written: string
  at: Stretch
}

/** One of two groups of words near the other: at most `distance` words between them, `ordered` in that order. */
export interface Near {
  op: 'near'
  left: Query
  right: Query
  distance: number
  ordered: boolean
  at: Stretch
}

/** What is asked of a post besides its words: author, site, language… */
export interface Field {
  op: 'field'
  test: FieldTest
  written: string
  at: Stretch
}

export interface Not {
  op: 'not'
  part: Query
  at: Stretch
}

/** Another saved query, by its name. */
export interface Named {
  op: 'named'
  name: string
  part: Query
  at: Stretch
}

/** A saved query, read. `NOT` binds tighter than `AND`, and `AND` tighter than `OR`. */
export type Query =
  | Words
  | Near
  | Field
  | Not
  | Named
  | { op: 'and'; parts: readonly Query[] }
  | { op: 'or'; parts: readonly Query[] }

/** Where a part of a query was typed. */
export function stretchOf(query: Query): Stretch {
  if (query.op !== 'and' && query.op !== 'or') return query.at
  const stretches = query.parts.map(stretchOf)
  return {
    start: Math.min(...stretches.map((s) => s.start)),
    end: Math.max(...stretches.map((s) => s.end)),
  }
}

/** Every group of words the query wishes to find, leaving out what it excludes. */
export function wishedWords(query: Query, negated = false): Words[] {
  if (query.op === 'field') return []
  if (query.op === 'words') return negated ? [] : [query]
  if (query.op === 'near') return [query.left, query.right].flatMap((p) => wishedWords(p, negated))
  if (query.op === 'not') return wishedWords(query.part, !negated)
  if (query.op === 'named') return wishedWords(query.part, negated)
  return query.parts.flatMap((part) => wishedWords(part, negated))
}

/** The letters before the first `?`: what a word must begin with, whatever else is asked of it. */
export function headOf({ text }: Pick<Atom, 'text'>): string {
  const joker = text.indexOf('?')
  return joker < 0 ? text : text.slice(0, joker)
}
