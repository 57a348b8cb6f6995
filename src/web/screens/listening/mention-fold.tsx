import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ChevronDown, ChevronRight } from 'lucide-react'
import type { MentionsPage, MentionView } from '#domain/listening/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { useUrlState } from '#web/shell/url-state.ts'
import {
  Button,
  NetworkStamp,
  OuterLink,
  ProblemMessage,
  RelativeTime,
  Skeleton,
  useFormat,
} from '#web/ui/index.ts'

type Fold = NonNullable<MentionView['fold']>

/** "and 12 alike": what says the same, opened in place; one at a time, in the address. */
export function MentionFold({ mention, fold }: { mention: MentionView; fold: Fold }) {
  const [opened, open] = useUrlState('alike', '')
  const isOpen = opened === mention.id
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => open(isOpen ? '' : mention.id)}
        className="flex items-center gap-0.5 rounded-sm font-medium text-ink hover:bg-sunken min-h-6 pointer-coarse:min-h-11"
      >
        <Chevron size={12} strokeWidth={1.5} aria-hidden />
        <Plural value={fold.alike} one="and # similar" other="and # similar" />
      </button>
      {fold.unseen > 0 && (
        <span className="font-medium text-accent">
          <Plural value={fold.unseen} one="# new" other="# new" />
        </span>
      )}
      <span>
        {fold.reshared > 0 && (
          <>
            <Plural value={fold.reshared} one="including # reshare" other="including # reshares" />
            {' · '}
          </>
        )}
        <Trans>
          latest: <RelativeTime at={fold.lastAt} />
        </Trans>
      </span>
      {isOpen && <Alike mention={mention} fold={fold} />}
    </>
  )
}

function Alike({ mention, fold }: { mention: MentionView; fold: Fold }) {
  const { t } = useLingui()
  const alike = useAlike(mention.id)
  const list = alike.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="w-full pt-1 pb-2">
      <FoldReach fold={fold} />
      {alike.isError ? (
        <ProblemMessage problem={alike.error} retry={() => void alike.refetch()} />
      ) : !alike.data ? (
        <Skeleton rows={Math.min(fold.alike, 4)} height={24} />
      ) : (
        <ol aria-label={t`Similar posts`} className="mt-1 border-l border-rule pl-3">
          {list.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-x-1.5 py-1">
              <NetworkStamp stamp={one.source.stamp} name={one.source.networkName} />
              <OuterLink
                url={one.url}
                otherwise={<bdi>{nameOf(one)}</bdi>}
                className="min-w-0 truncate font-medium text-ink underline underline-offset-2"
              >
                <bdi>{nameOf(one)}</bdi>
              </OuterLink>
              <RelativeTime at={one.at} />
              {one.author && one.author.followers !== null && (
                <Plural value={one.author.followers} one="# follower" other="# followers" />
              )}
            </li>
          ))}
        </ol>
      )}
      {alike.hasNextPage && (
        <Button
          size="sm"
          busy={alike.isFetchingNextPage}
          onClick={() => void alike.fetchNextPage()}
          className="mt-1"
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </div>
  )
}

/** How far it goes in all, with what is missing said. */
function FoldReach({ fold }: { fold: Fold }) {
  const f = useFormat()
  const { authors, authorsTold, followers } = fold
  if (followers === null) {
    return (
      <p>
        <Plural
          value={authors}
          one="By # author, whose reach is unknown."
          other="By # authors, whose reach is unknown."
        />
      </p>
    )
  }
  const all = f.number(followers)
  if (authorsTold === authors) {
    return (
      <p>
        <Plural
          value={authors}
          one={`${all} followers, one author.`}
          other={`${all} followers in total, across # authors. Someone who follows two of them counts twice.`}
        />
      </p>
    )
  }
  return (
    <p>
      <Trans>
        {all} followers in total, for {f.number(authorsTold)} of {f.number(authors)} authors: the
        networks gave no figure for the others. Someone who follows two of them counts twice.
      </Trans>
    </p>
  )
}

function useAlike(id: string) {
  const company = useCompany()
  return useInfiniteQuery({
    queryKey: ['mentions', company.id, 'alike', id],
    queryFn: ({ pageParam, signal }) =>
      api.get<MentionsPage>(`/mentions/${id}/alike`, { query: { after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

const nameOf = ({ author, source }: MentionView) => author?.name || author?.handle || source.name
