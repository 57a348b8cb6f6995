import { Link } from '@tanstack/react-router'
import { type MentionsSearch, mentionsAt } from './mentions-of.ts'
import type { Overview } from '#domain/listening/overview/api.ts'

interface BarLinksProps {
  view: Overview
  all: MentionsSearch
  /** Where a bar's place begins, and how wide it is. */
  x: (rank: number) => number
  width: number
  height: number
  /** Said beside the pointer. */
  title: (rank: number) => string
}

/** Over each bar, the way to what it counts: for the mouse; keys and screen readers have the same in the table below. */
export function BarLinks({ view: { points, by }, all, x, width, height, title }: BarLinksProps) {
  return points.map(({ at, mentions }, rank) =>
    mentions === 0 ? null : (
      <Link
        key={at}
        to="/listening"
        search={mentionsAt(all, at, by)}
        tabIndex={-1}
        aria-hidden
        title={title(rank)}
        className="absolute top-0 hover:bg-ink/5"
        style={{ left: x(rank), width, height }}
      />
    ),
  )
}
