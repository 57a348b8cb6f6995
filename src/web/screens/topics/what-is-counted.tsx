import { Plural, Trans } from '@lingui/react/macro'
import type { TopicsView } from '#domain/listening/topics/api.ts'
import { useFormat } from '#web/ui/index.ts'

interface WhatIsCountedProps {
  view: TopicsView
  of: 'mentions' | 'heard'
}

/** What the figures below rest on, and what they leave out. */
export function WhatIsCounted({ view, of }: WhatIsCountedProps) {
  const f = useFormat()
  const { posts, usualPosts, usualPeriods, sourcesTooNew, period } = view
  const since = f.date(period.since)
  return (
    <div className="mb-3 max-w-prose text-sm text-ink-2">
      <p>
        {of === 'mentions' ? (
          <Trans>
            {f.number(posts)} mentions since {since}, against {f.number(usualPosts)} in the{' '}
            {usualPeriods} periods of {period.days} days before. Dismissed mentions are left out.
          </Trans>
        ) : (
          <Trans>
            Rising in what was heard but no query found: {f.number(posts)} posts since {since},
            against {f.number(usualPosts)} before. Up to 500 posts a day are kept for this; live
            streams only keep what a query finds.
          </Trans>
        )}{' '}
        <Trans>
          Figures count every post, copies too. Whether a topic is new is judged with a person
          counted once a day and copies of one text once; about one in twenty may be chance.
        </Trans>
      </p>
      {sourcesTooNew > 0 && (
        <p>
          <Plural
            value={sourcesTooNew}
            one="# source is too new to be compared: it counts after two weeks."
            other="# sources are too new to be compared: they count after two weeks."
          />
        </p>
      )}
    </div>
  )
}
