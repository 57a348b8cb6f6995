import { Trans } from '@lingui/react/macro'
import { Mark, useFormat } from '#web/ui/index.ts'
import type { Kept } from './draft-keeper.ts'

/** One line that says where the words are. */
export function SaveState({ kept, auto }: { kept: Kept; auto: boolean }) {
  const f = useFormat()
  const { phase, saved, savedAt } = kept
  if (phase === 'offline') {
    return (
      <p role="status" className="flex items-center gap-1.5 text-wait">
        <Mark status="unknown" />
        <Trans>Vigie is not responding; kept on this device and retried automatically.</Trans>
      </p>
    )
  }
  if (phase === 'refused') {
    return (
      <p role="status" className="flex items-center gap-1.5 text-bad">
        <Mark status="failed" />
        <Trans>Not saved.</Trans>
      </p>
    )
  }
  if (phase === 'conflict') return null
  if (phase === 'saving') return <Trans>Saving…</Trans>
  if (phase === 'waiting')
    return auto ? <Trans>Saving…</Trans> : <Trans>Changes not saved yet</Trans>
  if (savedAt) {
    const time = f.time(new Date(savedAt))
    return auto ? <Trans>Draft saved at {time}</Trans> : <Trans>Saved at {time}</Trans>
  }
  if (saved.postId === null) {
    return (
      <span className="max-md:hidden">
        <Trans>Saved automatically as you write</Trans>
      </span>
    )
  }
  return null
}
