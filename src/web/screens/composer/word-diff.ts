/** A stretch of one text that the other does not have, as offsets into it. */
export interface Stretch {
  start: number
  end: number
}

const MOST = 800

/**
 * The words in which two texts differ, by longest common subsequence. Blanks alone are no difference.
 * @returns what only `mine` has, as offsets into it, and what only `theirs` has, into that one; nothing for texts
 *   over 800 words, which nobody compares at a glance
 */
export function wordDiff(mine: string, theirs: string): { added: Stretch[]; removed: Stretch[] } {
  const a = words(mine)
  const b = words(theirs)
  if (a.length > MOST || b.length > MOST) return { added: [], removed: [] }
  const common = lengths(a, b)
  const added: Stretch[] = []
  const removed: Stretch[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]]
    if (one && other && one.word === other.word) {
      i++
      j++
    } else if (one && (!other || at(common, i + 1, j) >= at(common, i, j + 1))) {
      added.push({ start: one.start, end: one.start + one.word.length })
      i++
    } else if (other) {
      removed.push({ start: other.start, end: other.start + other.word.length })
      j++
    }
  }
  return { added: joined(added, mine), removed: joined(removed, theirs) }
}

interface Word {
  word: string
  start: number
}

function words(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}_’'@#]+|\S/gu)].map((match) => ({
    word: match[0],
    start: match.index,
  }))
}

/** Length of the longest common subsequence of what follows each pair of words. */
function lengths(a: Word[], b: Word[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = rows[i]
      if (row)
        row[j] =
          a[i]?.word === b[j]?.word
            ? at(rows, i + 1, j + 1) + 1
            : Math.max(at(rows, i + 1, j), at(rows, i, j + 1))
    }
  }
  return rows
}

const at = (rows: Uint16Array[], i: number, j: number) => rows[i]?.[j] ?? 0

/** Neighbouring words in one stretch. */
function joined(stretches: Stretch[], text: string): Stretch[] {
  const whole: Stretch[] = []
  for (const stretch of stretches) {
    const last = whole.at(-1)
    if (last && /^\s*$/.test(text.slice(last.end, stretch.start))) last.end = stretch.end
    else whole.push({ ...stretch })
  }
  return whole
}
