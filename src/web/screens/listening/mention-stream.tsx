import { Trans, useLingui } from '@lingui/react/macro'
import { CheckCheck, X } from 'lucide-react'
import type { MentionView, QueryView as SavedQuery } from '#domain/listening/api.ts'
import { useUrlState } from '#web/shell/url-state.ts'
import { Button, ProblemMessage, Segmented, Skeleton } from '#web/ui/index.ts'
import { useMentionKeys } from './mention-keys.ts'
import { MentionRow } from './mention-row.tsx'
import { useMarkSeen } from './mention-actions.ts'
import { NothingFound } from './nothing-found.tsx'
import { SignalFilter } from './signal-filter.tsx'
import { useMentions, useSources } from './queries.ts'

/** What the queries found, the latest written first. */
export function MentionStream({ queries }: { queries: readonly SavedQuery[] }) {
  const { t } = useLingui()
  const [asked, chooseQuery] = useUrlState('query', '')
  const query = queries.find(({ id }) => id === asked)
  const queryId = query?.id ?? ''
  const [sourceId, chooseSource] = useUrlState('source', '')
  const [state, setState] = useUrlState('state', 'kept')
  const [signal, setSignal] = useUrlState('signal', '')
  const mentions = useMentions({ queryId, sourceId, state, signal })
  const list = mentions.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section aria-labelledby="mentions">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-2">
        <h2 id="mentions" className="title-serif mr-auto text-xl">
          <Trans>Mentions</Trans>
        </h2>
        {query && <Filter label={query.name} onRemove={() => chooseQuery('')} />}
        <SourceFilter id={sourceId} onRemove={() => chooseSource('')} />
        <SignalFilter value={signal} onValue={setSignal} />
        <Segmented
          label={t`Which mentions`}
          options={[
            { value: 'kept', label: t({ message: 'All', context: 'mentions' }) },
            { value: 'unseen', label: t({ message: 'Not seen', context: 'mentions' }) },
            { value: 'dismissed', label: t({ message: 'Dismissed', context: 'mentions' }) },
          ]}
          value={state}
          onValue={setState}
        />
      </div>
      {mentions.isError ? (
        <ProblemMessage problem={mentions.error} retry={() => void mentions.refetch()} />
      ) : !mentions.data ? (
        <Skeleton rows={4} height={88} />
      ) : list.length === 0 ? (
        <NothingFound state={state} filtered={queryId !== '' || sourceId !== '' || signal !== ''} />
      ) : (
        <>
          <Rows mentions={list} />
          <div className="flex flex-wrap gap-2 pt-4">
            {mentions.hasNextPage && (
              <Button
                busy={mentions.isFetchingNextPage}
                onClick={() => void mentions.fetchNextPage()}
              >
                <Trans>Show more</Trans>
              </Button>
            )}
            <AllSeen mentions={list} />
          </div>
        </>
      )}
    </section>
  )
}

function Rows({ mentions }: { mentions: readonly MentionView[] }) {
  const { current, list } = useMentionKeys(mentions)
  return (
    <ul ref={list} className="border-t border-ink">
      {mentions.map((mention) => (
        <MentionRow key={mention.id} mention={mention} current={mention.id === current} />
      ))}
    </ul>
  )
}

function AllSeen({ mentions }: { mentions: readonly MentionView[] }) {
  const markSeen = useMarkSeen()
  const unseen = mentions.filter((mention) => !mention.seen)
  if (unseen.length === 0) return null
  return (
    <Button kind="quiet" icon={CheckCheck} onClick={() => void markSeen(unseen)}>
      <Trans>Mark these as seen</Trans>
    </Button>
  )
}

function SourceFilter({ id, onRemove }: { id: string; onRemove: () => void }) {
  const sources = useSources()
  const source = sources.data?.find((one) => one.id === id)
  return source ? <Filter label={source.name} onRemove={onRemove} /> : null
}

function Filter({ label, onRemove }: { label: string; onRemove: () => void }) {
  const { t } = useLingui()
  return (
    <Button
      size="sm"
      aria-label={t`Stop filtering by ${label}`}
      onClick={onRemove}
      className="max-w-60"
    >
      <span className="truncate">{label}</span>
      <X size={14} strokeWidth={1.5} aria-hidden />
    </Button>
  )
}
