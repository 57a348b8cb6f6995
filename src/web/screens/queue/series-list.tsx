import { Plural, Trans } from '@lingui/react/macro'
import type { RecurrenceView } from '#domain/planning/recurrences/api.ts'
import { useOpenComposer, useUrlState } from '#web/shell/index.ts'
import { Button, EmptyState, QueryView, useFormat, useNow } from '#web/ui/index.ts'
import { Missed } from './missed.tsx'
import { useSeries } from './queries.ts'
import { SeriesSheet } from './series-sheet.tsx'
import { useRepeatWords } from './use-repeat-words.ts'

/** Posts that come again. */
export default function SeriesList() {
  const series = useSeries()
  const openComposer = useOpenComposer()
  const [shown, show] = useUrlState('series', '')
  return (
    <>
      <QueryView query={series}>
        {(list) =>
          list.length > 0 ? (
            <ul className="border-t border-ink">
              {list.map((one) => (
                <Row key={one.id} series={one} open={() => show(one.id)} />
              ))}
            </ul>
          ) : (
            <EmptyState
              title={<Trans>No series yet</Trans>}
              action={
                <Button kind="solid" onClick={() => openComposer()}>
                  <Trans>Write a post</Trans>
                </Button>
              }
            >
              <Trans>
                Write a post, choose its first day, then “Repeat”: every Tuesday, on the first
                Friday of each month… Its next posts stand on the calendar, each one yours to
                change.
              </Trans>
            </EmptyState>
          )
        }
      </QueryView>
      <SeriesSheet series={series.data?.find(({ id }) => id === shown)} close={() => show('')} />
    </>
  )
}

function Row({ series, open }: { series: RecurrenceView; open: () => void }) {
  const words = useRepeatWords()
  const f = useFormat()
  const { rule, wallTime, post, left, missed, state, occurrences } = series
  const now = useNow()
  const next = occurrences.find((one) => one.state === 'made' && Date.parse(one.at) > Number(now))
  const hour = wallTime.slice(11)
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-rule py-3 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <button
          type="button"
          className="line-clamp-2 min-h-6 text-left font-medium underline-offset-2 hover:underline"
          onClick={open}
        >
          {post.text.trim() || <Trans>No text</Trans>}
        </button>
        <p className="text-sm text-ink-2 first-letter:uppercase">
          {words(rule)}, {hour}
        </p>
      </div>
      <p className="text-sm text-ink-2 md:text-right">
        {state === 'off' ? (
          <Trans>Stopped</Trans>
        ) : (
          <Plural value={left} _0="Over" one="# still to come" other="# still to come" />
        )}
        {next && state === 'on' && <> · {f.dateTime(next.at)}</>}
        {missed > 0 && (
          <span className="block text-wait">
            <Missed count={missed} />
          </span>
        )}
      </p>
    </li>
  )
}
