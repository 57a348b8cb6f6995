import { Trans, useLingui } from '@lingui/react/macro'
import { IntervalPlot } from '#web/charts/index.ts'
import { EmptyState, LinkButton, useFormat } from '#web/ui/index.ts'

/** Before the first comparison: what a read-out looks like, and the one thing to do. */
export function NothingYet() {
  const { t } = useLingui()
  const { locale } = useFormat()
  return (
    <EmptyState
      title={t`Nothing compared yet`}
      example={
        <IntervalPlot
          locale={locale}
          label={t`Clicks per post`}
          format="number"
          rows={[
            { label: t`A, a statement`, low: 9, mid: 13, high: 18 },
            { label: t`B, a question`, low: 16, mid: 21, high: 27 },
          ]}
        />
      }
      action={
        <LinkButton to="/experiments/new" kind="solid">
          <Trans>Compare two versions</Trans>
        </LinkButton>
      }
    >
      <Trans>
        Write a message in two ways, choose in advance the figure that counts, and see here which
        one does better and how certain that is, or how much more is needed to tell.
      </Trans>
    </EmptyState>
  )
}
