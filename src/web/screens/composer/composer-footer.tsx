import { Trans, useLingui } from '@lingui/react/macro'
import { EllipsisVertical, FilePenLine, Trash2 } from 'lucide-react'
import { Button, IconButton, Menu, useFormat } from '#web/ui/index.ts'
import { ScheduleFields } from './schedule-fields.tsx'
import { isBlank } from './draft.ts'
import type { Work } from './use-composer.ts'
import type { useSteps } from './use-steps.ts'
import { wallTimeOf } from './when.ts'

/** When it goes out, said in words on the button that makes it so. */
export function ComposerFooter({ work }: { work: Work }) {
  const f = useFormat()
  const { status, steps, when, setWhen, today, isChanged, draft } = work
  if (work.others.length > 0) return null
  if (status === 'cancelled') {
    return (
      <Button kind="solid" busy={steps.busy === 'restore'} onClick={() => void steps.restore()}>
        <Trans>Restore this post</Trans>
      </Button>
    )
  }
  const isDraft = status === 'draft'
  const isPlanned = ['scheduled', 'in-review', 'held', 'failed'].includes(status)
  if (!isDraft && !isPlanned)
    return (
      <>
        {/* A person was asked to put it up and has not yet: it may still be taken off. */}
        {status === 'handed' && <More steps={steps} canBeDraft />}
        {['partly-published', 'handed'].includes(status) && isChanged && <Save steps={steps} />}
      </>
    )
  const wallTime = wallTimeOf(when)
  const hasNoHour = when.mode === 'at' && !wallTime
  const waits = work.forecast?.needed ?? false
  const voids = f.list(work.forecast?.voids ?? [])
  return (
    <>
      {isChanged && voids && (
        <p role="status" className="basis-full text-sm text-wait">
          <Trans>Saving this voids the approval of {voids}.</Trans>
        </p>
      )}
      <More steps={steps} canBeDraft={isPlanned} />
      <ScheduleFields
        {...{ when, setWhen, today }}
        canLeaveNow={isDraft || status === 'failed'}
        channels={work.chosen}
      />
      <span className="flex-1" />
      <Button
        kind="solid"
        shortcut="Mod+Enter"
        className="md:ml-auto max-md:order-2 max-md:w-full max-2xl:[&>kbd]:hidden pointer-coarse:[&>kbd]:hidden"
        disabled={hasNoHour || (isDraft ? isBlank(draft) : !isChanged)}
        busy={steps.busy === 'schedule'}
        onClick={() => void steps.schedule()}
      >
        {isDraft || status === 'failed' ? (
          when.mode === 'now' ? (
            waits ? (
              <Trans>Submit for approval</Trans>
            ) : (
              <Trans>Publish now</Trans>
            )
          ) : when.mode === 'queue' ? (
            waits ? (
              <Trans>Submit for approval</Trans>
            ) : (
              <Trans>Add to the queue</Trans>
            )
          ) : wallTime && when.repeat ? (
            <Trans>Start the series: {steps.inWords(wallTime)}</Trans>
          ) : !wallTime ? (
            <Trans>Choose a day and a time</Trans>
          ) : waits ? (
            <Trans>Submit for approval: {steps.inWords(wallTime)}</Trans>
          ) : (
            <Trans>Schedule: {steps.inWords(wallTime)}</Trans>
          )
        ) : hasNoHour ? (
          <Trans>Choose a day and a time</Trans>
        ) : !wallTime ? (
          <Trans>Save</Trans>
        ) : waits && (status === 'in-review' || voids) ? (
          <Trans>Submit again: {steps.inWords(wallTime)}</Trans>
        ) : (
          <Trans>Save: {steps.inWords(wallTime)}</Trans>
        )}
      </Button>
    </>
  )
}

function More({ steps, canBeDraft }: { steps: ReturnType<typeof useSteps>; canBeDraft: boolean }) {
  const { t } = useLingui()
  return (
    <Menu
      align="start"
      side="top"
      label={t`More`}
      items={[
        ...(canBeDraft
          ? [
              {
                label: t`Make it a draft again`,
                icon: FilePenLine,
                onSelect: () => void steps.unschedule(),
              },
            ]
          : []),
        { label: t`Delete`, icon: Trash2, danger: true, onSelect: () => void steps.remove() },
      ]}
      trigger={<IconButton label={t`More`} icon={EllipsisVertical} className="-ml-2" />}
    />
  )
}

function Save({ steps }: { steps: ReturnType<typeof useSteps> }) {
  return (
    <Button
      kind="solid"
      shortcut="Mod+Enter"
      busy={steps.busy === 'save'}
      onClick={() => void steps.save()}
    >
      <Trans>Save what has not gone out yet</Trans>
    </Button>
  )
}
