import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useState } from 'react'
import type { MentionView } from '#domain/listening/api.ts'
import { useMentionKeys } from './mention-keys.ts'
import { MentionRow } from './mention-row.tsx'

/** As tall as most rows; each is measured once it is drawn. */
const ROW = 112
const AHEAD = 8

interface MentionRowsProps {
  mentions: readonly MentionView[]
  folded: boolean
  /** No more than these are to come. */
  complete: boolean
  /** Called when the end comes near. */
  onEnd: () => void
}

/** A hundred thousand mentions weigh as much as the few on screen: only those are drawn, and the one last walked to. */
export function MentionRows({ mentions, folded, complete, onEnd }: MentionRowsProps) {
  const { current, list, wanted } = useMentionKeys(mentions, folded)
  const top = useTop(list)
  const at = mentions.findIndex(({ id }) => id === current)
  const virtual = useVirtualizer({
    count: mentions.length,
    getScrollElement: () => list.current?.closest('main') ?? null,
    estimateSize: () => ROW,
    overscan: AHEAD,
    scrollMargin: top,
    getItemKey: (index) => mentions[index]?.id ?? index,
    // What has the focus must stay, however far one scrolls.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      return at < 0 || drawn.includes(at) ? drawn : [...drawn, at].sort((a, b) => a - b)
    },
  })
  const rows = virtual.getVirtualItems()
  const last = rows.findLast(({ index }) => index !== at)?.index ?? 0
  useEffect(() => {
    if (!complete && last >= mentions.length - AHEAD) onEnd()
  }, [complete, last, mentions.length, onEnd])
  const showCurrent = useEffectEvent(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  })
  // Only when one walks: mentions that arrive must not move the list.
  useEffect(() => showCurrent(), [current])
  useEffect(() => {
    if (wanted.current === '') return
    const row = list.current?.querySelector<HTMLElement>(`[data-mention="${wanted.current}"]`)
    if (!row) return
    wanted.current = ''
    row.focus({ preventScroll: true })
  })
  return (
    <ul
      ref={list}
      className="relative border-t border-ink"
      style={{ height: virtual.getTotalSize() }}
    >
      {rows.map(({ index, key, start }) => {
        const mention = mentions[index]
        return (
          mention && (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={complete ? mentions.length : -1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start - top}px)` }}
            >
              <MentionRow mention={mention} current={mention.id === current} />
            </li>
          )
        )
      })}
    </ul>
  )
}

/** How far down its scroller the list begins; what stands above it may grow. */
function useTop(list: React.RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useEffect(() => {
    const scroller = list.current?.closest('main')
    if (!scroller?.firstElementChild) return
    // It is told a first time as soon as it watches.
    const watch = new ResizeObserver(() => {
      const own = list.current?.getBoundingClientRect().top
      if (own === undefined) return
      setTop(Math.round(own - scroller.getBoundingClientRect().top + scroller.scrollTop))
    })
    watch.observe(scroller.firstElementChild)
    return () => watch.disconnect()
  }, [list])
  return top
}
