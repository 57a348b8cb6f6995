import { Trans } from '@lingui/react/macro'
import type { ChannelView } from '#domain/channels/api.ts'
import type { LinkView } from '#domain/links/api.ts'
import { NetworkStamp } from '#web/ui/index.ts'
import type { PublishedPost } from './queries.ts'

interface LeftWithProps {
  link: Pick<LinkView, 'deliveryId' | 'channelId'>
  channels: readonly ChannelView[]
  /** Undefined while they are being read. */
  posts: ReadonlyMap<string, PublishedPost> | undefined
}

/** The post and the account a link left with; a link made by hand says so. */
export function LeftWith({ link: { deliveryId, channelId }, channels, posts }: LeftWithProps) {
  if (!deliveryId) return <Trans>Created by hand</Trans>
  const channel = channels.find(({ id }) => id === channelId)
  const post = posts?.get(deliveryId)
  return (
    <span className="flex min-w-0 items-start gap-2">
      {channel && <NetworkStamp stamp={channel.stamp} name={channel.networkName} size="sm" />}
      <span className="line-clamp-2 min-w-0 wrap-anywhere">
        {post?.excerpt.trim() || (posts ? <Trans>Post not published yet</Trans> : channel?.handle)}
      </span>
    </span>
  )
}
