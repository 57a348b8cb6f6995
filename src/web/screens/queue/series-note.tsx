import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RecurrenceView } from '#domain/planning/recurrences/api.ts'
import { api } from '#web/api/index.ts'
import { Button, ProblemMessage, useToast } from '#web/ui/index.ts'
import type { Work } from '../composer/use-composer.ts'
import { useOneSeries } from './queries.ts'
import { useRepeatWords } from './use-repeat-words.ts'

/** In the margin of a post that is one of a series: what saving changes, and how to change the following too. */
export default function SeriesNote({ work, seriesId }: { work: Work; seriesId: string }) {
  const { t } = useLingui()
  const words = useRepeatWords()
  const toast = useToast()
  const client = useQueryClient()
  const series = useOneSeries(seriesId).data
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  if (!series) return null
  const time = series.occurrences.find(({ postId }) => postId === work.kept.saved.postId)
  const rule = words(series.rule)
  const changeFollowing = async () => {
    setBusy(true)
    try {
      await api.patch<RecurrenceView>(`/recurrences/${seriesId}`, {
        version: series.version,
        from: time?.wallTime,
        post: work.draft,
        time: work.when.time || undefined,
      })
      work.steps.leaveUnsaved()
      await client.invalidateQueries({ queryKey: ['posts'] })
      toast({ text: t`This one and the following are changed` })
    } catch (failure) {
      setProblem(failure)
    } finally {
      setBusy(false)
    }
  }
  const canChange = time?.state === 'made' && !work.isLocked
  return (
    <section className="border-y border-rule py-3 text-sm">
      <p>
        <Trans>One of a series, {rule}.</Trans>{' '}
        <Plural
          value={series.left}
          _0="Nothing more to come."
          one="One still to come."
          other="# are still to come."
        />{' '}
        <Trans>What you save here changes this one only.</Trans>
      </p>
      {problem !== null && <ProblemMessage problem={problem} className="mt-2" />}
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        {canChange && (
          <Button
            size="sm"
            busy={busy}
            disabled={!work.isChanged}
            onClick={() => void changeFollowing()}
          >
            <Trans>Change this one and the following</Trans>
          </Button>
        )}
        <Link
          to="/queue"
          search={{ tab: 'series', series: seriesId }}
          className="underline underline-offset-2"
        >
          <Trans>See the series</Trans>
        </Link>
      </div>
    </section>
  )
}
