/**
 * Strangeness of each point, for series with fine steps: values become eight levels of their range, and the surprise of a
 * level after those before it is told by context-tree weighting (Willems, Shtarkov and Tjalkens, IEEE Transactions on
 * Information Theory 41, 1995), which averages over all lengths of memory up to `MEMORY`. Written from the paper.
 * Streaming: a point is judged by what came before it alone.
 * @param range the least and greatest value, known beforehand as NAB hands it to detectors, or null to learn it as it goes
 * @returns surprise in nats
 */
export function strangeness(values: readonly number[], range: [number, number] | null): number[] {
  const tree = leaf()
  const levels: number[] = []
  let greatest = 1
  return values.map((value) => {
    const level = range ? levelIn(value, range) : levelAgainst(value, greatest)
    greatest = Math.max(greatest, value)
    const surprise = learn(tree, levels, level)
    levels.unshift(level)
    levels.length = Math.min(levels.length, MEMORY)
    return surprise
  })
}

/** Only what is stranger than everything in the day before speaks: one alarm per episode. */
export function newPeaks(surprises: readonly number[], day: number): number[] {
  return surprises.map((surprise, i) => {
    for (let before = Math.max(0, i - day); before < i; before++) {
      if ((surprises[before] ?? 0) >= surprise) return 0
    }
    return surprise
  })
}

const LEVELS = 8
const MEMORY = 6
/** Levels above the greatest value seen, one for each doubling. */
const ABOVE = 8

interface Node {
  counts: number[]
  total: number
  /** Logarithms: of the chance by this node alone, and weighted with those below. */
  own: number
  weighted: number
  deeper: Map<number, Node>
}

const leaf = (): Node => ({
  counts: Array.from({ length: LEVELS + ABOVE }, () => 0),
  total: 0,
  own: 0,
  weighted: 0,
  deeper: new Map(),
})

function learn(root: Node, context: readonly number[], level: number): number {
  const path = [root]
  for (const earlier of context) {
    const above = path.at(-1) ?? root
    const below = above.deeper.get(earlier) ?? leaf()
    above.deeper.set(earlier, below)
    path.push(below)
  }
  const before = root.weighted
  for (const [depth, node] of [...path.entries()].toReversed()) {
    // One pseudo-count shared by the levels: most contexts are followed by few of them.
    node.own += Math.log(((node.counts[level] ?? 0) + 1 / LEVELS) / (node.total + 1))
    node.counts[level] = (node.counts[level] ?? 0) + 1
    node.total++
    node.weighted = depth === path.length - 1 ? node.own : mixed(node)
  }
  return before - root.weighted
}

/** Half the chance by this node, half by those below it. */
function mixed({ own, deeper }: Node): number {
  let below = 0
  for (const node of deeper.values()) below += node.weighted
  const most = Math.max(own, below)
  return most + Math.log((Math.exp(own - most) + Math.exp(below - most)) / 2)
}

function levelIn(value: number, [least, greatest]: [number, number]): number {
  return Math.floor(((value - least) / (greatest - least)) * (LEVELS - 1))
}

function levelAgainst(value: number, greatest: number): number {
  if (value <= greatest) return Math.floor((value / greatest) * (LEVELS - 1))
  return LEVELS - 1 + Math.min(ABOVE, 1 + Math.floor(Math.log2(value / greatest)))
}
