import { hash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import { DAY } from '../period.ts'

/** A post as it is packed. */
export interface PostRow {
  id: string
  at: Date
  /** Who speaks. */
  voice: string
  source: string | null
  terms: readonly string[]
  /** Queries that found it. */
  queries: readonly string[]
}

/**
 * Posts of one hour as columns of numbers: a hundred thousand posts are read and counted in a fraction of a second, which as
 * rows of words take several. Texts are numbers of 48 bits (of their MD5): of a million different ones, two are taken for
 * the same with a chance of one in five hundred.
 */
export interface Packed {
  /** 16 bytes a post, where ids are UUIDs; else none. */
  ids: Uint8Array
  /** Epoch milliseconds. */
  at: Float64Array
  voice: Float64Array
  /** The voice and the day (UTC): a voice counts once a day. */
  voiceOfDay: Float64Array
  /** Equal where all terms are. */
  copy: Float64Array
  /** Place in `sources`. */
  source: Int32Array
  sources: string[]
  /** Where the terms of each post end in `terms`, which holds places in the words of the hour. */
  termEnds: Int32Array
  terms: Int32Array
  /** What stands for each word of the hour. */
  keys: Float64Array
  queries: string[]
  /** The same of the queries: places in `queries`. */
  queryEnds: Int32Array
  foundBy: Int32Array
}

/** @param keyOf what stands for a text; numbers of its own do where it is compared to nothing else */
export function pack(
  posts: readonly PostRow[],
  keyOf: (text: string) => number = numberOf,
): { packed: Packed; words: string[] } {
  const [words, sources, queries] = [new Places(), new Places(), new Places()]
  const terms = posts.map((post) => post.terms.map((term) => words.of(term)))
  const found = posts.map((post) => post.queries.map((query) => queries.of(query)))
  const floats = (each: (post: PostRow) => number) => Float64Array.from(posts, each)
  const packed = {
    ids: new Uint8Array(Buffer.from(posts.map(({ id }) => id.replaceAll('-', '')).join(''), 'hex')),
    at: floats(({ at }) => at.getTime()),
    voice: floats(({ voice }) => keyOf(voice)),
    voiceOfDay: floats(({ at, voice }) => keyOf(`${Math.floor(at.getTime() / DAY)} ${voice}`)),
    copy: floats((post) => keyOf(post.terms.join('|'))),
    source: Int32Array.from(posts, ({ source }) => sources.of(source ?? '')),
    sources: sources.all,
    termEnds: endsOf(terms),
    terms: Int32Array.from(terms.flat()),
    keys: Float64Array.from(words.all, keyOf),
    queries: queries.all,
    queryEnds: endsOf(found),
    foundBy: Int32Array.from(found.flat()),
  }
  return { packed, words: words.all }
}

export const bytesOf = (packed: Packed): Buffer => serialize(packed)
export const readBytes = (bytes: Buffer): Packed => deserialize(bytes) as Packed

/** 48 bits: exact in a double. */
export const numberOf = (text: string): number => hash('md5', text, 'buffer').readUIntBE(0, 6)

function endsOf(lists: readonly (readonly number[])[]): Int32Array {
  let end = 0
  return Int32Array.from(lists, (list) => (end += list.length))
}

/** Numbers texts from 0 on, in the order they come. */
class Places {
  readonly all: string[] = []
  readonly #known = new Map<string, number>()

  of(text: string): number {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    this.#known.set(text, this.all.length)
    return this.all.push(text) - 1
  }
}
