import { type Hour, hourOf } from './hour.ts'
import { Numbering } from './numbering.ts'
import type { Packed } from './pack.ts'

/** What was said since some instant, and the numbers that stand for its texts. */
export interface Said {
  hours: Hour[]
  numbering: Numbering
}

interface Known extends Hour {
  version: string
}

/** A stretch of time as it is read: it must not have its version unless it is what that version stands for. */
export interface Stretch {
  start: Date
  version: string
  packed: Packed
  words: readonly string[] | null
  /** Of each post, where `packed` holds none. */
  ids?: readonly string[]
}

/** A stretch of time as it stood. A version changes with whatever changes what the stretch holds. */
export type Edition = Pick<Stretch, 'start' | 'version'>

/** Where stretches of time are read from. */
export interface Shelf {
  /** Those that there are, in order. */
  versions(): Promise<Edition[]>
  read(asked: readonly Edition[], spoken: boolean): Promise<Stretch[]>
}

/** Numbers of what is no longer said stay: beyond so many all are given anew. */
const MOST_NUMBERS = 2_000_000

/** What this process read before of the companies that asked last. Each stretch is read again once its version changed. */
export class AtHand {
  readonly #companies = new Map<string, { numbering: Numbering; stretches: Map<number, Known> }>()
  readonly #mostPosts: number

  /** @param mostPosts that are kept of all companies; one takes some 250 bytes */
  constructor(mostPosts: number) {
    this.#mostPosts = mostPosts
  }

  /**
   * What was said since the beginning of a stretch, in order.
   * @param wordsFrom the words of what was said since then come with it
   */
  async since(companyId: string, from: Date, wordsFrom: Date, shelf: Shelf): Promise<Said> {
    const versions = await shelf.versions()
    const kept = this.#companies.get(companyId)
    const { numbering, stretches: before } =
      kept && kept.numbering.size < MOST_NUMBERS
        ? kept
        : { numbering: new Numbering(), stretches: new Map<number, Known>() }
    const known = new Map<number, Known>()
    const missing = versions.filter(({ start, version }) => {
      const one = before.get(start.getTime())
      const good = one?.version === version && (one.words !== null || start < wordsFrom)
      if (good) known.set(start.getTime(), one)
      return !good
    })
    for (const spoken of [false, true]) {
      const asked = missing.filter(({ start }) => start >= wordsFrom === spoken)
      if (asked.length === 0) continue
      for (const { start, version, packed, words, ids } of await shelf.read(asked, spoken)) {
        const one = hourOf(packed, words, (key) => numbering.of(key))
        const idOf = ids ? (place: number) => ids[place] ?? '' : one.idOf
        known.set(start.getTime(), { version, ...one, idOf })
      }
    }
    const older = [...before].filter(([start]) => start < from.getTime())
    this.#keep(companyId, { numbering, stretches: new Map([...older, ...known]) })
    return { numbering, hours: versions.flatMap(({ start }) => known.get(start.getTime()) ?? []) }
  }

  #keep(companyId: string, said: { numbering: Numbering; stretches: Map<number, Known> }) {
    this.#companies.delete(companyId)
    this.#companies.set(companyId, said)
    let posts = 0
    for (const [company, { stretches }] of [...this.#companies].toReversed()) {
      for (const { packed } of stretches.values()) posts += packed.at.length
      if (posts > this.#mostPosts) this.#companies.delete(company)
    }
  }
}
