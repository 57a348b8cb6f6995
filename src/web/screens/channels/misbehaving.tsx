import { Plural, Trans } from '@lingui/react/macro'
import type { MisbehaviourView } from '#domain/practice/api.ts'
import { Button, Mark } from '#web/ui/index.ts'
import { useMisbehave, useMisbehaviourWords } from './misbehaviour.ts'

/** Under a practice account, while it fails on purpose: what it does, how often still, and how to end it. */
export function Misbehaving({ now: { channelId, kind, left } }: { now: MisbehaviourView }) {
  const words = useMisbehaviourWords()
  const { stop } = useMisbehave(channelId)
  const { label } = words[kind]
  return (
    <div className="mt-2 flex items-baseline gap-2 text-sm">
      <span aria-hidden className="translate-y-px">
        <Mark status="failed" />
      </span>
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <p>
          <Trans>{label}, on purpose.</Trans>{' '}
          <span className="text-ink-2">
            <Plural value={left} one="One more time." other="# more times." />
          </span>
        </p>
        <Button size="sm" busy={stop.isPending} onClick={() => stop.mutate()}>
          <Trans>Stop</Trans>
        </Button>
      </div>
    </div>
  )
}
