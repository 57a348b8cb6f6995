import { Trans, useLingui } from '@lingui/react/macro'
import { Button, EmptyState } from '#web/ui/index.ts'
import { Highlighted } from './highlighted.tsx'

/** Before any query: what will appear, one example, one thing to do. */
export function FirstQuery({ onBegin }: { onBegin: (() => void) | null }) {
  const { t } = useLingui()
  const example = t`The oak tables of Atelier Morel, seen in a restaurant on the slopes of Croix-Rousse.`
  const start = example.indexOf('Atelier Morel')
  return (
    <EmptyState
      title={<Trans>Know when people talk about you</Trans>}
      example={
        <div className="space-y-0.5">
          <p className="text-xs text-ink-2">
            <Trans>The Lyon Journal · 20 min ago</Trans>
          </p>
          <p className="font-semibold">
            <Trans>Three places to dine among craftsmen</Trans>
          </p>
          <p className="text-ink-2">
            <Highlighted text={example} places={[{ start, end: start + 13 }]} />
          </p>
        </div>
      }
      action={
        onBegin && (
          <Button kind="solid" onClick={onBegin}>
            <Trans>Write the first query</Trans>
          </Button>
        )
      }
    >
      <Trans>
        A query is a few words: your name, a product, a competitor. What the sources say with these
        words appears here, as it comes.
      </Trans>
    </EmptyState>
  )
}
