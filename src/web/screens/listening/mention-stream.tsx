import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { CheckCheck, RefreshCw, X } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import type { MentionView, QueryView as SavedQuery } from '#domain/listening/api.ts'
import { useCompany, useMay } from '#web/api/index.ts'
import { Button, ProblemMessage, Segmented, Skeleton } from '#web/ui/index.ts'
import { FilterBar } from './filter-bar.tsx'
import { areNarrowed, askedQuery, isId, useMentionFilters } from './mention-filters.ts'
import { MentionRows } from './mention-rows.tsx'
import { useMarkSeen } from './mention-actions.ts'
import { NothingFound } from './nothing-found.tsx'
import { streamKey, useMentions, useSources } from './queries.ts'

/** What the queries found, as the address asks for it. */
export function MentionStream({ queries }: { queries: readonly SavedQuery[] }) {
  const { t } = useLingui()
  const { filters: asked, change } = useMentionFilters()
  const query = queries.find(({ id }) => id === asked.queryId)
  const queryId = askedQuery(asked.queryId, queries)
  const isDeleted = queryId !== '' && query === undefined
  const filters = { ...asked, queryId }
  const mentions = useMentions(filters)
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = mentions
  const list = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  const [goesOn, goOn] = useState(isBesideMargin)
  const more = useCallback(() => {
    if (goesOn && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [goesOn, hasNextPage, isFetchingNextPage, fetchNextPage])
  const folded = filters.folded !== 'no'
  const sources = useSources().data
  const isRemoved =
    isId(filters.sourceId) && sources && !sources.some(({ id }) => id === filters.sourceId)
  const author = list.find((one) => one.author?.key === filters.author)?.author
  return (
    <section aria-labelledby="mentions">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-2">
        <h2 id="mentions" className="title-serif mr-auto text-xl">
          <Trans>Mentions</Trans>
        </h2>
        <Segmented
          label={t`Which mentions`}
          options={[
            { value: 'kept', label: t({ message: 'All', context: 'mentions' }) },
            { value: 'unseen', label: t({ message: 'Not seen', context: 'mentions' }) },
            { value: 'seen', label: t({ message: 'Seen', context: 'mentions' }) },
            { value: 'dismissed', label: t({ message: 'Dismissed', context: 'mentions' }) },
          ]}
          value={filters.state}
          onValue={change.state}
          className="max-md:order-last"
        />
        <FilterBar filters={filters} change={change} />
        {query && <Filter label={query.name} onRemove={() => change.queryId('')} />}
        {isDeleted && <Filter label={t`Deleted query`} onRemove={() => change.queryId('')} />}
        {isRemoved && <Filter label={t`Removed source`} onRemove={() => change.sourceId('')} />}
        {filters.author && (
          <Filter
            label={author?.name || filters.author.slice(filters.author.indexOf(':') + 1)}
            onRemove={() => change.author('')}
          />
        )}
      </div>
      {mentions.isError ? (
        <ProblemMessage problem={mentions.error} retry={() => void mentions.refetch()} />
      ) : !data ? (
        <Skeleton rows={4} height={88} />
      ) : list.length === 0 ? (
        <NothingFound state={filters.state} filtered={areNarrowed(filters)} />
      ) : (
        <>
          {mentions.behind && <Refresh filters={filters} />}
          <MentionRows mentions={list} folded={folded} complete={!hasNextPage} onEnd={more} />
          <div className="flex flex-wrap gap-2 pt-4">
            {hasNextPage && (
              <Button
                busy={isFetchingNextPage}
                onClick={() => {
                  goOn(true)
                  void fetchNextPage()
                }}
              >
                <Trans>Show more</Trans>
              </Button>
            )}
            <AllSeen mentions={list} folded={folded} />
          </div>
        </>
      )}
    </section>
  )
}

/** On a narrow screen the sources come after the list: it goes on by itself only once one has asked it to. */
function isBesideMargin(): boolean {
  return window.matchMedia('(min-width: 1024px)').matches
}

/** Far down the list nothing is asked for again by itself: it would be hundreds of pages. */
function Refresh({ filters }: { filters: Parameters<typeof streamKey>[1] }) {
  const { id } = useCompany()
  const client = useQueryClient()
  return (
    <div className="sticky top-2 z-10 flex justify-center pb-2">
      <Button
        icon={RefreshCw}
        onClick={() => void client.resetQueries({ queryKey: streamKey(id, filters) })}
      >
        <Trans>The list has changed: refresh</Trans>
      </Button>
    </div>
  )
}

function AllSeen({ mentions, folded }: { mentions: readonly MentionView[]; folded: boolean }) {
  const markSeen = useMarkSeen()
  const may = useMay('listening:write')
  const unseen = mentions.filter(({ seen, fold }) => !seen || (folded && (fold?.unseen ?? 0) > 0))
  if (unseen.length === 0 || !may) return null
  return (
    <Button kind="quiet" icon={CheckCheck} onClick={() => void markSeen(unseen, folded)}>
      <Trans>Mark these as seen</Trans>
    </Button>
  )
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
