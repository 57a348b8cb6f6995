import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { OccurrenceView, RecurrenceView } from '#domain/planning/recurrences/api.ts'
import { api } from '#web/api/index.ts'
import { useOpenComposer } from '#web/shell/index.ts'
import { Button, ProblemMessage, Sheet, useFormat, useNow, useToast } from '#web/ui/index.ts'
import { Missed } from './missed.tsx'
import { useRepeatWords } from './use-repeat-words.ts'

/** A series: every time of it, and the way to stop it. */
export function SeriesSheet({
  series,
  close,
}: {
  series: RecurrenceView | undefined
  close: () => void
}) {
  const { t } = useLingui()
  return (
    <Sheet open={series !== undefined} onClose={close} title={t`Series`} width={560}>
      {series && <Body series={series} />}
    </Sheet>
  )
}

function Body({ series }: { series: RecurrenceView }) {
  const { t } = useLingui()
  const words = useRepeatWords()
  const client = useQueryClient()
  const toast = useToast()
  const { id, state, rule, wallTime, post, missed, texts, occurrences } = series
  const refresh = () => client.invalidateQueries({ queryKey: ['posts'] })
  const turn = useMutation({
    mutationFn: (to: 'on' | 'off') => api.post(`/recurrences/${id}/state`, { state: to }),
    onSettled: refresh,
  })
  const stop = () =>
    turn.mutate('off', {
      onSuccess: () =>
        toast({
          text: t`Stopped: its upcoming posts are off the calendar`,
          undo: () => turn.mutate('on'),
        }),
    })
  const skip = useMutation({
    mutationFn: (time: OccurrenceView) =>
      time.postId
        ? api.delete(`/posts/${time.postId}`)
        : api.post(`/recurrences/${id}/skip`, { wallTime: time.wallTime, skipped: true }),
    onSettled: refresh,
  })
  const back = useMutation({
    mutationFn: (time: OccurrenceView) =>
      time.postId
        ? api.post(`/posts/${time.postId}/restore`, {})
        : api.post(`/recurrences/${id}/skip`, { wallTime: time.wallTime, skipped: false }),
    onSettled: refresh,
  })
  const problem = turn.error ?? skip.error ?? back.error
  const wordings = texts.length
  const hour = wallTime.slice(11)
  return (
    <div className="space-y-4">
      <p className="font-serif text-lg whitespace-pre-line">{post.text}</p>
      <p className="text-ink-2">
        <span className="inline-block first-letter:uppercase">{words(rule)}</span>, {hour}
        {wordings > 1 && (
          <>
            {' · '}
            <Trans>{wordings} wordings in turn</Trans>
          </>
        )}
      </p>
      {missed > 0 && (
        <p className="border-l-2 border-wait bg-wait-soft p-3 text-sm">
          <Missed count={missed} />. <Trans>They were not sent late together.</Trans>
        </p>
      )}
      {problem && <ProblemMessage problem={problem} />}
      {state === 'on' ? (
        <Button busy={turn.isPending} onClick={stop}>
          <Trans>Stop the series</Trans>
        </Button>
      ) : (
        <Button kind="solid" busy={turn.isPending} onClick={() => turn.mutate('on')}>
          <Trans context="series">Resume</Trans>
        </Button>
      )}
      <ul className="border-t border-rule">
        {occurrences.map((time) => (
          <Time
            key={time.wallTime}
            time={time}
            isStopped={state === 'off'}
            skip={() => skip.mutate(time)}
            back={() => back.mutate(time)}
          />
        ))}
      </ul>
    </div>
  )
}

interface TimeProps {
  time: OccurrenceView
  isStopped: boolean
  skip: () => void
  back: () => void
}

function Time({ time, isStopped, skip, back }: TimeProps) {
  const { t } = useLingui()
  const f = useFormat()
  const openComposer = useOpenComposer()
  const when = f.dateTime(time.at)
  const now = useNow()
  const isToCome = Date.parse(time.at) > Number(now) && !isStopped
  const words: Record<OccurrenceView['state'], string> = {
    waiting: t`Not made yet`,
    made: t`On the calendar`,
    past: t`Its hour has come`,
    skipped: t`Skipped`,
    missed: t`Missed while Vigie was off`,
    refused: t`Could not be scheduled`,
  }
  const { postId } = time
  return (
    <li className="flex min-h-10 flex-wrap items-center gap-x-3 border-b border-rule py-1 text-sm">
      <span className="w-40 first-letter:uppercase">{when}</span>
      <span className="min-w-0 flex-1 text-ink-2">
        {words[time.state]}
        {time.reason && <span className="block text-bad">{time.reason}</span>}
      </span>
      {postId && time.state !== 'skipped' && time.state !== 'missed' && (
        <Button
          kind="quiet"
          size="sm"
          aria-label={t`Open: ${when}`}
          onClick={() => openComposer({ postId })}
        >
          <Trans>Open</Trans>
        </Button>
      )}
      {isToCome && (time.state === 'made' || time.state === 'waiting') && (
        <Button kind="quiet" size="sm" aria-label={t`Skip: ${when}`} onClick={skip}>
          <Trans>Skip</Trans>
        </Button>
      )}
      {isToCome && time.state === 'skipped' && (
        <Button kind="quiet" size="sm" aria-label={t`Restore: ${when}`} onClick={back}>
          <Trans context="series">Restore</Trans>
        </Button>
      )}
    </li>
  )
}
