import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Rss } from 'lucide-react'
import type { FeedRuleView } from '#domain/exchange/api.ts'
import { api } from '#web/api/index.ts'
import { useUrlState } from '#web/shell/index.ts'
import { Button, QueryView, Skeleton, useToast } from '#web/ui/index.ts'
import { FeedRuleSheet } from './feed-rule-sheet.tsx'
import { useFeedRules } from './queries.ts'

/** Feeds whose articles become posts, and what each has brought. */
export function FeedRules() {
  const rules = useFeedRules()
  const [making, setMaking] = useUrlState('feed', '')
  return (
    <>
      <QueryView query={rules} skeleton={<Skeleton rows={1} height={64} />}>
        {(list) =>
          list.length > 0 && (
            <ul className="mb-4 border-t border-rule">
              {list.map((rule) => (
                <Rule key={rule.id} rule={rule} />
              ))}
            </ul>
          )
        }
      </QueryView>
      <Button icon={Rss} onClick={() => setMaking('new')}>
        <Trans>Add a feed</Trans>
      </Button>
      <FeedRuleSheet open={making !== ''} onClose={() => setMaking('')} />
    </>
  )
}

function Rule({ rule }: { rule: FeedRuleView }) {
  const { t } = useLingui()
  const { id, name, url, state, trouble, made, waiting, mode, dailyMax } = rule
  const act = useAct()
  const isOn = state === 'on'
  return (
    <li className="border-b border-rule py-3">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">{name}</span>
        <span className="min-w-0 truncate text-sm text-ink-3">{url}</span>
      </div>
      <p className="text-sm text-ink-2">
        {mode === 'draft' ? (
          <Trans>Each article becomes a draft</Trans>
        ) : mode === 'approval' ? (
          <Plural
            value={dailyMax}
            one="Submitted for approval, # a day at most"
            other="Submitted for approval, # a day at most"
          />
        ) : (
          <Plural
            value={dailyMax}
            one="Scheduled automatically, # a day at most"
            other="Scheduled automatically, # a day at most"
          />
        )}
        {' · '}
        <Plural value={made} _0="no post yet" one="# post so far" other="# posts so far" />
        {waiting > 0 && (
          <>
            {' · '}
            <Trans>{waiting} waiting for their turn</Trans>
          </>
        )}
      </p>
      {trouble && <p className="text-sm font-medium text-wait">{trouble}</p>}
      <div className="mt-1.5 flex gap-1.5">
        <Button
          size="sm"
          onClick={() =>
            act.mutate({
              run: () => api.patch(`/feed-rules/${id}`, { state: isOn ? 'paused' : 'on' }),
              told: isOn ? t`Paused: its articles wait.` : t`Reading resumes from now on.`,
            })
          }
        >
          {isOn ? <Trans>Pause</Trans> : <Trans>Continue</Trans>}
          <span className="sr-only"> {name}</span>
        </Button>
        <Button
          size="sm"
          kind="quiet"
          onClick={() =>
            act.mutate({
              run: () => api.delete(`/feed-rules/${id}`),
              told: t`Removed; the posts it created stay.`,
            })
          }
        >
          <Trans>Remove</Trans>
          <span className="sr-only"> {name}</span>
        </Button>
      </div>
    </li>
  )
}

function useAct() {
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: ({ run }: { run: () => Promise<unknown>; told: string }) => run(),
    onSuccess: async (_answer, { told }) => {
      await client.invalidateQueries({ queryKey: ['feed-rules'] })
      toast({ text: told })
    },
  })
}
