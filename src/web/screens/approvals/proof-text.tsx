import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { cx } from '#web/ui/index.ts'
import type { Place } from './anchor.ts'

interface ProofTextProps {
  text: string
  /** Words that somebody remarked on. */
  marked: readonly Place[]
  /** Words just chosen, to remark on; null when none are. */
  onChoose: (place: Place | null) => void
  className?: string
}

/** A text to be read, whose words can be chosen with the mouse, the keyboard or a finger. */
export function ProofText({ text, marked, onChoose, className }: ProofTextProps) {
  const box = useRef<HTMLParagraphElement>(null)
  const latest = useRef(onChoose)
  useLayoutEffect(() => {
    latest.current = onChoose
  })
  useEffect(() => {
    const note = () => {
      const chosen = box.current && chosenIn(box.current)
      // A selection elsewhere, as in the field where one writes about these words, leaves them chosen.
      if (chosen !== 'elsewhere') latest.current(chosen)
    }
    document.addEventListener('selectionchange', note)
    return () => document.removeEventListener('selectionchange', note)
  }, [])
  return (
    <p
      ref={box}
      className={cx('font-serif whitespace-pre-wrap [overflow-wrap:anywhere]', className)}
    >
      {painted(text, marked)}
    </p>
  )
}

function painted(text: string, marked: readonly Place[]): ReactNode[] {
  const edges = [...new Set([0, text.length, ...marked.flatMap(({ start, end }) => [start, end])])]
    .filter((edge) => edge <= text.length)
    .toSorted((a, b) => a - b)
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length
    const words = text.slice(start, end)
    const isMarked = marked.some((one) => one.start <= start && one.end >= end)
    return isMarked ? (
      <mark key={start} className="bg-wait-soft text-ink shadow-[inset_0_-2px_var(--wait)]">
        {words}
      </mark>
    ) : (
      words
    )
  })
}

/** Where the selection stands within an element, in characters of its text. */
function chosenIn(box: HTMLElement): Place | null | 'elsewhere' {
  const selection = window.getSelection()
  if (!selection || selection.rangeCount === 0) return 'elsewhere'
  const range = selection.getRangeAt(0)
  if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return 'elsewhere'
  const before = document.createRange()
  before.selectNodeContents(box)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  const length = range.toString().length
  return length > 0 ? { start, end: start + length } : null
}
