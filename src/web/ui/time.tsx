import { useFormat } from './format.ts'
import { useNow } from './use-now.ts'

/** "3 min ago", exact on hover; refreshed every minute. */
export function RelativeTime({ at }: { at: string }) {
  const f = useFormat()
  const now = useNow()
  return (
    <time dateTime={at} title={f.full(at)} className="whitespace-nowrap">
      {f.relative(at, now)}
    </time>
  )
}

/** An instant in the company's zone; the zone is written when it is not the reader's. */
export function DateTime({
  at,
  style = 'both',
}: {
  at: string
  style?: 'date' | 'time' | 'both' | 'day'
}) {
  const f = useFormat()
  const words = { date: f.date, time: f.time, both: f.dateTime, day: f.date }[style](at)
  const hour = style === 'time' || style === 'both'
  return (
    <time dateTime={at} title={f.full(at)} className="whitespace-nowrap">
      {words}
      {hour && f.zoneNote && <span className="text-ink-3"> {f.zoneNote}</span>}
    </time>
  )
}
