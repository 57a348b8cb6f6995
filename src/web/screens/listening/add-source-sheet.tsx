import { useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useState } from 'react'
import type { OffersView } from '#domain/listening/api.ts'
import { QueryView, Sheet, Skeleton } from '#web/ui/index.ts'
import { FeedForm } from './feed-form.tsx'
import { FeedList } from './feed-list.tsx'
import { NetworkOffers } from './network-offers.tsx'
import { OpenSearch } from './open-search.tsx'
import { useOffers } from './queries.ts'
import { OurAccounts } from './our-accounts.tsx'
import { SourceKinds } from './source-kinds.tsx'

/** Few bring a file, and once: it weighs nothing before. */
const MentionFile = lazy(async () => {
  const { MentionFile: file } = await import('./mention-file.tsx')
  return { default: file }
})

interface AddSourceSheetProps {
  open: boolean
  /** What is to be added, as the address says; anything else is the first of what is offered. */
  kind: string
  choose: (kind: string) => void
  onClose: () => void
}

/** One choice, then its form. */
export function AddSourceSheet({ open, kind, choose, onClose }: AddSourceSheetProps) {
  const { t } = useLingui()
  const offers = useOffers(open)
  return (
    <Sheet {...{ open, onClose }} title={t`Add a source`} width={560}>
      <QueryView query={offers}>
        {(data) => {
          const chosen = kindAmong(data, kind)
          return (
            <div className="space-y-6">
              <SourceKinds offers={data} kind={chosen} choose={choose} />
              <SourceForm offers={data} kind={chosen} {...{ choose }} onDone={onClose} />
            </div>
          )
        }}
      </QueryView>
    </Sheet>
  )
}

function kindAmong({ feeds, openSearches, ourAccounts }: OffersView, kind: string): string {
  const there = [...feeds, ...openSearches].map(({ connectorId }) => connectorId)
  const own = ourAccounts ? ['our-accounts'] : []
  return [...there, ...own, 'network', 'file'].includes(kind) ? kind : (there[0] ?? 'network')
}

interface SourceFormProps {
  offers: OffersView
  kind: string
  choose: (kind: string) => void
  onDone: () => void
}

function SourceForm({ offers, kind, choose, onDone }: SourceFormProps) {
  const [address, carry] = useState('')
  const feed = offers.feeds.find(({ connectorId }) => connectorId === kind)
  const search = offers.openSearches.find(({ connectorId }) => connectorId === kind)
  if (kind === 'file')
    return (
      <Suspense fallback={<Skeleton rows={3} height={40} />}>
        <MentionFile onDone={onDone} />
      </Suspense>
    )
  if (kind === 'our-accounts' && offers.ourAccounts)
    return <OurAccounts handles={offers.ourAccounts.handles} onDone={onDone} />
  if (search) return <OpenSearch key={kind} offer={search} onDone={onDone} />
  if (!feed) return <NetworkOffers {...{ offers, onDone }} />
  const watcher = offers.feeds.find(({ watches }) => watches)
  return (
    <div className="space-y-8">
      <FeedForm
        key={kind}
        feed={feed}
        watcher={feed.isFeedReader ? watcher : undefined}
        watch={(id, written) => {
          carry(written)
          choose(id)
        }}
        address={feed.watches ? address : ''}
        onDone={onDone}
      />
      {feed.isFeedReader && <FeedList />}
    </div>
  )
}
