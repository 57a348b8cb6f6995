import { Trans, useLingui } from '@lingui/react/macro'
import { Button, EmptyState, Figure, FigureRow } from '#web/ui/index.ts'
import { useVerdictWords } from './verdict-words.ts'

/** Before the first link; without `onMake`, this person’s role does not make any. */
export function NoLinkYet({ onMake }: { onMake: (() => void) | undefined }) {
  const { t } = useLingui()
  const words = useVerdictWords()
  return (
    <EmptyState
      title={t`No short link yet`}
      example={
        <>
          <p className="mb-2 font-medium">
            <Trans>atelier-morel.fr/chairs</Trans>
          </p>
          <FigureRow>
            <Figure label={words.human.name} value={31} />
            <Figure label={words.preview.name} value={4} />
            <Figure label={words.bot.name} value={2} />
          </FigureRow>
        </>
      }
      action={
        onMake && (
          <Button kind="solid" onClick={onMake}>
            <Trans>Create a short link</Trans>
          </Button>
        )
      }
    >
      <Trans>
        Links in your posts become short links when they go out; each click appears here, people
        apart from programs. You can also create one by hand, for a newsletter or a poster.
      </Trans>
    </EmptyState>
  )
}
