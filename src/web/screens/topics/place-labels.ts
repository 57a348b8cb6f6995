interface Dot {
  word: string
  isNew: boolean
  x: number
  y: number
}

interface Label {
  word: string
  isNew: boolean
  left: number
  top: number
}

const LETTER = 6.4
const LINE = 14
const LONGEST = 22

/** Where labels fit beside their dots without covering another; what has no room stays in the table. */
export function placeLabels(dots: readonly Dot[], right: number): Label[] {
  const placed: (Label & { width: number })[] = []
  const inOrder = dots.toSorted((a, b) => Number(b.isNew) - Number(a.isNew) || a.y - b.y)
  for (const { word, isNew, x, y } of inOrder) {
    const shown = word.length > LONGEST ? `${word.slice(0, LONGEST - 1)}…` : word
    const width = shown.length * LETTER * (isNew ? 1.1 : 1)
    const places = [x + 9, x - 9 - width].map((left) => ({ left, top: y + 4 }))
    const free = places.find(
      ({ left, top }) =>
        left >= 38 &&
        left + width <= right &&
        !dots.some((dot) => dot.word !== word && isOver(dot, left, top, width)) &&
        placed.every(
          (other) =>
            Math.abs(other.top - top) >= LINE ||
            left + width < other.left ||
            other.left + other.width < left,
        ),
    )
    if (free) placed.push({ word: shown, isNew, ...free, width })
  }
  return placed
}

const isOver = ({ x, y }: Dot, left: number, top: number, width: number): boolean =>
  x > left - 6 && x < left + width + 6 && Math.abs(y - (top - 4)) < 10
