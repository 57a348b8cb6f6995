import { Trans, useLingui } from '@lingui/react/macro'
import { EmptyState, Figure, FigureRow, LinkButton } from '#web/ui/index.ts'

/** Before any account is connected: what will stand here, and the one thing to do. */
export function NothingYet() {
  const { t } = useLingui()
  return (
    <EmptyState
      title={t`Nothing to measure yet`}
      example={
        <FigureRow>
          <Figure label={t`Posts published`} value={12} previous={9} />
          <Figure label={t`Engagement`} value={348} previous={290} />
          <Figure label={t`Clicks by people`} value={86} previous={71} />
        </FigureRow>
      }
      action={
        <LinkButton to="/channels" kind="solid">
          <Trans>Connect an account</Trans>
        </LinkButton>
      }
    >
      <Trans>
        Likes, reposts, replies, followers and clicks of your posts appear here, each figure with
        its source and what is missing.
      </Trans>
    </EmptyState>
  )
}
