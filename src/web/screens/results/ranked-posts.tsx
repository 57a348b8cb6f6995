import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ResultsView } from '#domain/analytics/api.ts'
import type { ChannelView } from '#domain/channels/api.ts'
import { Button, DataTable, DateTime, NetworkStamp, useFormat } from '#web/ui/index.ts'

type Post = ResultsView['posts'][number]

const FIRST = 12

/** Posts of the period, ranked; what a network does not tell is a dash, never a zero. */
export function RankedPosts({ posts, channels }: { posts: Post[]; channels: ChannelView[] }) {
  const { t } = useLingui()
  const f = useFormat()
  const [all, showAll] = useState(false)
  const by = new Map(channels.map((channel) => [channel.id, channel]))
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? <Untold /> : f.number(value)
  const count = (key: string, label: string) => ({
    key,
    label,
    align: 'end' as const,
    hideOnPhone: true,
    cell: (post: Post) => number(post.counts[key]),
    sort: (post: Post) => post.counts[key] ?? null,
  })
  const more = posts.length - FIRST
  return (
    <section>
      <h2 className="title-serif mb-2 text-xl">
        <Trans>Posts</Trans>
      </h2>
      <DataTable
        caption={t`Posts of the period, by engagement`}
        hideCaption
        rows={all ? posts : posts.slice(0, FIRST)}
        rowKey={(post) => post.deliveryId}
        initialSort={{ key: 'engagement', dir: 'desc' }}
        empty={<Trans>Nothing was published in this period.</Trans>}
        columns={[
          {
            key: 'post',
            label: t`Post`,
            cell: (post) => <Excerpt post={post} channel={by.get(post.channelId)} />,
          },
          {
            key: 'engagement',
            label: t`Engagement`,
            align: 'end',
            cell: (post) => number(post.engagement),
            sort: (post) => post.engagement,
          },
          count('likes', t`Likes`),
          count('reposts', t`Reposts`),
          count('replies', t`Replies`),
          {
            key: 'clicks',
            label: t`Clicks`,
            align: 'end',
            cell: (post) => f.number(post.clicks),
            sort: (post) => post.clicks,
          },
        ]}
      />
      {!all && more > 0 && (
        <Button kind="quiet" className="mt-2" onClick={() => showAll(true)}>
          <Trans>Show the {more} others</Trans>
        </Button>
      )}
    </section>
  )
}

function Untold() {
  const { t } = useLingui()
  return (
    <span className="text-ink-3" title={t`Not reported by the network, or not read yet`}>
      <span aria-hidden>–</span>
      <span className="sr-only">{t`Not reported by the network, or not read yet`}</span>
    </span>
  )
}

function Excerpt({ post, channel }: { post: Post; channel: ChannelView | undefined }) {
  const text = post.excerpt.trim() || '…'
  return (
    <div className="flex min-w-0 items-start gap-2">
      {channel && <NetworkStamp stamp={channel.stamp} name={channel.networkName} size="sm" />}
      <div className="min-w-0">
        {post.url ? (
          <a
            href={post.url}
            target="_blank"
            rel="noreferrer"
            className="line-clamp-2 hover:underline"
          >
            {text}
          </a>
        ) : (
          <p className="line-clamp-2">{text}</p>
        )}
        <p className="text-xs text-ink-3">
          <DateTime at={post.publishedAt} style="both" />
        </p>
      </div>
    </div>
  )
}
