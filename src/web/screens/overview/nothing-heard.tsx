import { Trans, useLingui } from '@lingui/react/macro'
import { EmptyState, Figure, FigureRow, LinkButton } from '#web/ui/index.ts'

/** Before any query is saved: what will stand here, and the one thing to do. */
export function NothingHeard() {
  const { t } = useLingui()
  return (
    <EmptyState
      title={t`Not listening to anything yet`}
      example={
        <FigureRow>
          <Figure label={t`Mentions`} value={84} previous={61} />
          <Figure
            label={t({ message: 'Negative', context: 'share' })}
            value={0.12}
            format="percent"
          />
          <Figure
            label={t({ message: 'Positive', context: 'share' })}
            value={0.41}
            format="percent"
          />
        </FigureRow>
      }
      action={
        <LinkButton to="/listening" search={{ edit: 'new' }} kind="solid">
          <Trans>Write the first query</Trans>
        </LinkButton>
      }
    >
      <Trans>
        Once a saved query finds something, this shows how much people talk about you, in what
        terms, next to which rivals, and who is talking.
      </Trans>
    </EmptyState>
  )
}
