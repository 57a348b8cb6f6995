import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { EvergreenView } from '#domain/planning/evergreen/api.ts'
import { api } from '#web/api/index.ts'
import { Button, useFormat, useProblemWords, useToast } from '#web/ui/index.ts'

/** A post of the shelf: how often at most, when it left last, what that brought. */
export function ShelfRow({ evergreen }: { evergreen: EvergreenView }) {
  const { t } = useLingui()
  const f = useFormat()
  const toast = useToast()
  const words = useProblemWords()
  const client = useQueryClient()
  const { id, post, everyWeeks, until, state, last, next, times } = evergreen
  const change = useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onError: (problem) => toast({ kind: 'bad', text: words(problem).detail }),
    onSettled: () => client.invalidateQueries({ queryKey: ['posts'] }),
  })
  const turn = (to: 'on' | 'off') =>
    change.mutate(() => api.patch(`/evergreens/${id}`, { state: to }))
  const remove = () =>
    change.mutate(() => api.delete(`/evergreens/${id}`), {
      onSuccess: () =>
        toast({
          text: t`Removed from the shelf`,
          undo: () => change.mutate(() => api.post('/evergreens', { post, everyWeeks, until })),
        }),
    })
  const lastDay = until && f.day(until)
  const [left, toCome] = [last && f.date(last.at), next && f.dateTime(next.at)]
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-rule py-3 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="line-clamp-2 font-medium">{post.text || <Trans>No text</Trans>}</p>
        <p className="text-sm text-ink-2">
          <Plural value={everyWeeks} one="Once a week at most" other="Once every # weeks at most" />
          {lastDay && (
            <>
              {' · '}
              <Trans>until {lastDay}</Trans>
            </>
          )}
          {' · '}
          {left ? <Trans>last published on {left}</Trans> : <Trans>not published yet</Trans>}
          {times > 1 && (
            <>
              {', '}
              <Plural value={times} one="# time" other="# times in all" />
            </>
          )}
          {last && last.reactions !== null && (
            <>
              {' · '}
              <Plural value={last.reactions} one="# reaction" other="# reactions" />
            </>
          )}
          {last && last.reactions === null && (
            <>
              {' · '}
              <Trans>reactions not counted yet</Trans>
            </>
          )}
        </p>
        {toCome && (
          <p className="text-sm text-accent">
            <Trans>On the calendar: {toCome}</Trans>
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-start gap-2">
        <Button
          size="sm"
          busy={change.isPending}
          onClick={() => turn(state === 'on' ? 'off' : 'on')}
        >
          {state === 'on' ? (
            <Trans context="a post of the shelf">Pause</Trans>
          ) : (
            <Trans context="series">Resume</Trans>
          )}
        </Button>
        <Button size="sm" kind="quiet" busy={change.isPending} onClick={remove}>
          <Trans>Remove from the shelf</Trans>
        </Button>
      </div>
    </li>
  )
}
