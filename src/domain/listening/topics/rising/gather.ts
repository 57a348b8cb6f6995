import type { Rise } from './rise.ts'
import type { TermCount } from './term-counts.ts'

export interface RisingTerm extends TermCount, Rise {}

/** Terms of the same posts, the most telling first. */
export interface Topic {
  lead: RisingTerm
  terms: RisingTerm[]
}

const MOST_TOPICS = 20
const MOST_WORDS = 5

/** Puts together the terms of the same posts: each joins the first topic whose lead shares most of its posts. */
export function gather(terms: readonly RisingTerm[]): Topic[] {
  const groups: RisingTerm[][] = []
  for (const term of terms.toSorted(byStrength)) {
    const group = groups.find(([first]) => first && isTogether(first, term))
    if (group) group.push(term)
    else groups.push([term])
  }
  return groups.slice(0, MOST_TOPICS).map(topicOf)
}

const byStrength = (a: RisingTerm, b: RisingTerm) =>
  b.g2 - a.g2 || b.term.length - a.term.length || (a.term < b.term ? -1 : 1)

function isTogether(a: RisingTerm, b: RisingTerm): boolean {
  const both = shared(a, b)
  const fewer = Math.min(a.posts.length, b.posts.length)
  return both / fewer >= 0.5 && both / (a.posts.length + b.posts.length - both) >= 0.2
}

function shared(a: RisingTerm, b: RisingTerm): number {
  const ids = new Set(a.posts.map(({ id }) => id))
  return b.posts.filter(({ id }) => ids.has(id)).length
}

/** The longest phrase that nearly all its posts share leads; words inside a longer one say nothing more. */
function topicOf(group: RisingTerm[]): Topic {
  const most = group[0]?.posts.length ?? 0
  const [lead = group[0]] = group
    .filter(({ posts, term }) => posts.length >= 0.8 * most && !term.startsWith('http'))
    .toSorted((a, b) => b.term.split(' ').length - a.term.split(' ').length || byStrength(a, b))
  const terms: RisingTerm[] = lead ? [lead] : []
  for (const term of group) {
    if (terms.length >= MOST_WORDS) break
    if (!terms.some((kept) => isInside(term, kept))) terms.push(term)
  }
  return { lead: lead as RisingTerm, terms }
}

function isInside(a: RisingTerm, b: RisingTerm): boolean {
  const [x, y] = [` ${bare(a.term)} `, ` ${bare(b.term)} `]
  return x.includes(y) || y.includes(x) || overlap(bare(a.term), bare(b.term))
}

/** `toxic varnish on` and `varnish on cots`: two cuts of one phrase. */
function overlap(a: string, b: string): boolean {
  const words = new Set(a.split(' '))
  const both = b.split(' ').filter((word) => words.has(word)).length
  return both >= 2
}

const bare = (term: string) => term.replace(/^#/, '')
