import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import type { DuelView } from '#domain/duels/api.ts'
import { IntervalPlot } from '#web/charts/index.ts'
import { Page, QueryView, Skeleton, useFormat, WithMargin } from '#web/ui/index.ts'
import { DuelMargin } from './duel-margin.tsx'
import { useDuel } from './queries.ts'

/** One duel: both things, what people said, how sure that is, and what to order. */
export default function DuelScreen() {
  const { t } = useLingui()
  const { duelId = '' } = useParams({ strict: false })
  const duel = useDuel(duelId)
  const view = duel.data
  return (
    <Page
      title={view?.question ?? t`Product duel`}
      back={{ to: '/duels', label: t`Product duels` }}
    >
      <QueryView query={duel} skeleton={<Skeleton rows={4} height={96} />}>
        {(data) => (
          <WithMargin margin={<DuelMargin duel={data} />}>
            <Answer duel={data} />
          </WithMargin>
        )}
      </QueryView>
    </Page>
  )
}

function Answer({ duel }: { duel: DuelView }) {
  const [decided, ...cautions] = duel.sentences
  return (
    <div className="space-y-6">
      <p role="status" className="title-serif border-t-2 border-ink pt-3 text-2xl">
        {decided}
      </p>
      <div className="grid grid-cols-2 gap-4">
        <Half duel={duel} side="first" />
        <Half duel={duel} side="second" />
      </div>
      {duel.share !== null && <Share duel={duel} />}
      <ul className="max-w-prose space-y-1 text-sm text-ink-2">
        {cautions.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

function Half({ duel, side }: { duel: DuelView; side: 'first' | 'second' }) {
  const { percent, number } = useFormat()
  const { label, thumbnailUrl } = duel[side]
  const { first, second } = duel.votes
  const total = first + second
  const count = duel.votes[side]
  const isChosen = duel.decision === `order-${side}`
  return (
    <figure className="min-w-0">
      <img
        src={thumbnailUrl}
        alt=""
        className="aspect-square w-full rounded-md border border-rule bg-sunken object-contain"
      />
      <figcaption className="mt-2">
        <span className="block truncate font-medium">{label}</span>
        <span className="title-serif text-3xl">
          {total > 0 ? percent(count / total) : '–'}
        </span>{' '}
        <span className="text-ink-2">{number(count)}</span>
        {isChosen && (
          <span className="block font-medium text-good">
            ✓ <Trans>What to order</Trans>
          </span>
        )}
      </figcaption>
    </figure>
  )
}

/** Both shares with their intervals: while they overlap one half, nobody can tell. */
function Share({ duel }: { duel: DuelView }) {
  const { t } = useLingui()
  const { locale } = useFormat()
  const { share, interval, first, second } = duel
  if (share === null) return null
  return (
    <section aria-label={t`How sure it is`}>
      <IntervalPlot
        locale={locale}
        label={t`Share who prefer it, 95% interval`}
        rows={[
          { label: first.label, low: interval.low, mid: share, high: interval.high },
          { label: second.label, low: 1 - interval.high, mid: 1 - share, high: 1 - interval.low },
        ]}
      />
    </section>
  )
}
