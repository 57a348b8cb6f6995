import type { ComponentProps } from 'react'
import type { Span } from '#connectors/_contract/text-rules.ts'
import { cx } from '#web/ui/index.ts'
import type { Stretch } from './word-diff.ts'

interface PaintedTextProps extends Omit<
  ComponentProps<'textarea'>,
  'value' | 'onChange' | 'className'
> {
  value: string
  onValue: (value: string) => void
  /** Links, mentions and hashtags as a network sees them. */
  spans?: readonly Span[]
  /** Words that differ from the main text. */
  departures?: readonly Stretch[]
  size?: 'lg' | 'md'
}

/**
 * A text being written: a plain textarea, so that spelling, dictation and screen readers work, above a layer
 * that paints what networks recognise. The layer also gives the textarea its height.
 */
export function PaintedText(props: PaintedTextProps) {
  const { value, onValue, spans = [], departures = [], size = 'lg', ...native } = props
  const type = cx(
    'col-start-1 row-start-1 w-full font-serif whitespace-pre-wrap [overflow-wrap:anywhere]',
    size === 'lg' ? 'min-h-40 text-xl leading-[1.5]' : 'min-h-20 text-lg leading-[1.5]',
  )
  return (
    <div className="grid">
      <div aria-hidden className={cx(type, 'pointer-events-none text-transparent select-none')}>
        {painted(value, spans, departures)}
        {/* A last empty line has a height too. */}
        {'\u200b'}
      </div>
      <textarea
        {...native}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        className={cx(type, 'resize-none overflow-hidden bg-transparent text-ink outline-none')}
      />
    </div>
  )
}

function painted(text: string, spans: readonly Span[], departures: readonly Stretch[]) {
  const cuts = new Set([0, text.length])
  for (const { start, end } of [...spans, ...departures]) {
    if (end <= text.length) cuts.add(start).add(end)
  }
  const edges = [...cuts].toSorted((a, b) => a - b)
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length
    const covers = (one: Stretch) => one.start <= start && one.end >= end
    const look = cx(
      spans.some(covers) && 'rounded-sm bg-accent-soft',
      departures.some(covers) && 'shadow-[inset_0_-2px_var(--wait)]',
    )
    return look ? (
      <span key={start} className={look}>
        {text.slice(start, end)}
      </span>
    ) : (
      text.slice(start, end)
    )
  })
}
