import type { Blocks } from './blocks.ts'
import { FIELD, GATHERED, NEAR, PHRASE, TERM } from './compile.ts'
import type { FieldTest, Post } from './fields.ts'
import { holds } from './fields.ts'
import type { Meetings } from './meetings.ts'
import { isFound, isGathered, type SpanTree } from './spans.ts'

/** What programs are run over: the present text's meetings, and by place what each program refers to. */
export interface Memory {
  met: Meetings
  programs: Blocks
  fields: FieldTest[][]
  trees: SpanTree[][]
}

/** Does the post, whose words were noted, satisfy the program of that place? */
export function run(memory: Memory, place: number, post: Post): boolean {
  const { data, start } = memory.programs
  const { stamps, stamp } = memory.met
  let q = start[place] ?? 0
  for (;;) {
    const a = data[q + 1] ?? 0
    const kind = data[q] ?? 0
    const yes = kind === TERM ? stamps[a] === stamp : answer(memory, place, kind, a, q, post)
    const jump = (yes ? data[q + 3] : data[q + 4]) ?? FAILED
    if (jump < 0) return jump === SATISFIED
    q += jump
  }
}

const SATISFIED = -1
const FAILED = -2

function answer(
  { met, programs, fields, trees }: Memory,
  place: number,
  kind: number,
  a: number,
  q: number,
  post: Post,
): boolean {
  const { data, start } = programs
  const base = start[place] ?? 0
  const count = data[q + 2] ?? 0
  if (kind === PHRASE) return followEachOther(data, base + a, count, met)
  if (kind === GATHERED) return gathered(data, base + a, count, met)
  if (kind === NEAR) {
    const tree = trees[place]?.[a]
    return tree !== undefined && isFound(tree, met)
  }
  const test = kind === FIELD ? fields[place]?.[a] : undefined
  return test !== undefined && holds(test, post)
}

/** Do the words at `args` (term and dress by turns) stand one after another somewhere? Walks their meetings back once. */
function followEachOther(data: Int32Array, args: number, count: number, met: Meetings): boolean {
  const { stamps, stamp, before, positions } = met
  for (let i = 0; i < count; i++) if (stamps[data[args + i * 2] ?? 0] !== stamp) return false
  for (let i = 0; i < count; i++) cursors[i] = met.last(data[args + i * 2] ?? 0)
  for (let m = cursors[0] ?? -1; m >= 0; m = before[m] ?? -1) {
    const first = positions[m] ?? 0
    cursors[0] = m
    let i = 0
    while (i < count) {
      const at = met.backTo(cursors[i] ?? -1, first + i)
      cursors[i] = at
      if (at < 0) return false
      const dress = data[args + i * 2 + 1] ?? 0
      if (positions[at] !== first + i || (dress !== 0 && !met.wears(at, dress))) break
      i++
    }
    if (i === count) return true
  }
  return false
}

/** One place per word of the longest phrase: nothing is made anew for each. */
const cursors: number[] = []

function gathered(data: Int32Array, args: number, count: number, met: Meetings): boolean {
  const terms: number[] = []
  const dresses: number[] = []
  for (let i = 0; i < count; i++) {
    const term = data[args + 1 + i * 2] ?? 0
    if (!met.has(term)) return false
    terms.push(term)
    dresses.push(data[args + 2 + i * 2] ?? 0)
  }
  return isGathered(terms, dresses, data[args] ?? 0, met)
}
