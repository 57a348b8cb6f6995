import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { memo } from 'react'
import type { DeliveryView, PostSummary, PostView } from '#domain/publishing/api.ts'
import { api } from '#web/api/index.ts'
import { Button, LinkButton, Mark, NetworkStamp, useProblemWords, useToast } from '#web/ui/index.ts'
import { useCalendarDesk } from './calendar-desk.ts'
import { Excerpt } from './post-chip.tsx'
import { markOf } from './post-mark.ts'
import { postQuery } from './queries.ts'

const MOST = 2

interface AttentionStripProps {
  posts: readonly PostSummary[]
  seeAll: () => void
}

/** What did not leave, or may not have: above everything else, each with its sentence and its action. */
export const AttentionStrip = memo(function AttentionStrip({ posts, seeAll }: AttentionStripProps) {
  const { t } = useLingui()
  const shown = posts.slice(0, MOST)
  const stories = useQueries({ queries: shown.map(({ id }) => postQuery(id)) })
  const others = posts.length - shown.length
  return (
    <section aria-label={t`Needs attention`} className="mb-5 border-l-2 border-bad">
      <ul className="divide-y divide-rule border-y border-rule">
        {shown.map((post, index) => (
          <Trouble key={post.id} post={post} whole={stories[index]?.data} />
        ))}
        {others > 0 && (
          <li className="px-3 py-0.5">
            <Button kind="quiet" size="sm" className="-ml-2 text-ink-2" onClick={seeAll}>
              <Plural
                value={others}
                one="# more post needs attention"
                other="# more posts need attention"
              />
            </Button>
          </li>
        )}
      </ul>
    </section>
  )
})

function Trouble({ post, whole }: { post: PostSummary; whole: PostView | undefined }) {
  const { channels, open } = useCalendarDesk()
  const delivery = whole?.deliveries.find(({ state }) => state === 'unknown' || state === 'failed')
  const channel = delivery && channels.get(delivery.channelId)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-1.5 text-sm md:flex-nowrap">
      <div className="flex min-w-0 flex-1 gap-2.5 max-md:basis-full">
        <Mark status={markOf(post.status)} className="mt-1 shrink-0" />
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">
            <Excerpt text={post.excerpt} />
          </p>
          {/* Its lines are kept free while it is on its way: what stands below does not move. */}
          <p
            title={delivery?.trouble ?? undefined}
            className="line-clamp-4 min-h-[4.35em] text-ink-2 md:line-clamp-2 md:min-h-[2.9em] xl:line-clamp-1 xl:min-h-[1.45em]"
          >
            {channel && (
              <NetworkStamp
                stamp={channel.stamp}
                name={channel.networkName}
                className="mr-1.5 align-text-bottom"
              />
            )}
            {delivery?.trouble}
          </p>
        </div>
      </div>
      <div className="flex shrink-0 gap-2 max-md:pl-4.5">
        {channel?.state === 'broken' ? (
          <LinkButton size="sm" to="/channels" search={{ connect: channel.connectorId }}>
            <Trans>Reconnect</Trans>
          </LinkButton>
        ) : (
          delivery && <Act delivery={delivery} />
        )}
        <Button size="sm" kind="quiet" onClick={() => open(post.id)}>
          <Trans>Open</Trans>
        </Button>
      </div>
    </li>
  )
}

/** The safest thing to do: to look again before sending again. */
function Act({ delivery }: { delivery: DeliveryView }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const words = useProblemWords()
  const action = (['check-again', 'retry'] as const).find((one) => delivery.actions.includes(one))
  const run = useMutation({
    mutationFn: () => api.post(`/deliveries/${delivery.id}/${action}`),
    onError: (problem) => {
      const { title, detail } = words(problem)
      toast({ kind: 'bad', text: `${title}. ${detail}` })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['posts'] }),
  })
  if (!action) return null
  return (
    <Button size="sm" busy={run.isPending} onClick={() => run.mutate()}>
      {action === 'retry' ? t`Try again` : t`Check again`}
    </Button>
  )
}
