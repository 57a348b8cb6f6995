import { Trans, useLingui } from '@lingui/react/macro'
import type { LinkDetail } from '#domain/links/api.ts'
import { LineChart } from '#web/charts/index.ts'
import { useFormat, useNow } from '#web/ui/index.ts'
import { clicksByDay } from './days.ts'

/** Clicks by people, day by day; one day alone is a sentence, not a curve. */
export function LinkDays({ link }: { link: LinkDetail }) {
  const { t } = useLingui()
  const f = useFormat()
  const points = clicksByDay(link, new Date(useNow()))
  const last = link.days.at(-1)?.day
  const label = t`Clicks by people, by day`
  return (
    <section aria-labelledby="days-title">
      <h2 id="days-title" className="title-serif mb-2 text-xl">
        {label}
      </h2>
      {!last ? (
        <p className="text-ink-2">
          <Trans>Nobody has opened this link yet.</Trans>
        </p>
      ) : points.length < 2 ? (
        <p className="text-ink-2">
          <Trans>The curve starts tomorrow, with a second day.</Trans>
        </p>
      ) : (
        <>
          <LineChart locale={f.locale} label={label} points={points} height={200} />
          <p className="mt-1 text-xs text-ink-3">
            <Trans>Last request: {f.day(last)}</Trans>
          </p>
        </>
      )}
    </section>
  )
}
