import { Trans, useLingui } from '@lingui/react/macro'
import { ExternalLink } from 'lucide-react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { CheckView, SimilarPost } from '#domain/publishing/api.ts'
import { DateTime, NetworkStamp } from '#web/ui/index.ts'

interface EarlierPostsProps {
  checked: CheckView['channels']
  channels: ReadonlyMap<string, ChannelView>
}

/** Posts that said nearly the same, to be read beside the new one. */
export function EarlierPosts({ checked, channels }: EarlierPostsProps) {
  const { t } = useLingui()
  const earlier = earlierOf(checked)
  if (earlier.length === 0) return null
  return (
    <section aria-label={t`Said before`} className="text-sm">
      <ul className="space-y-3">
        {earlier.map(({ post, channelIds }) => (
          <Earlier
            key={post.deliveryId}
            post={post}
            by={channelIds.flatMap((id) => channels.get(id) ?? [])}
          />
        ))}
      </ul>
    </section>
  )
}

/** The nearest of each account; one post that left by several is shown once. */
function earlierOf(checked: CheckView['channels']) {
  const found = new Map<string, { post: SimilarPost; channelIds: string[] }>()
  for (const { channelId, similar } of checked) {
    const post = similar[0]
    if (!post) continue
    const key = post.postId ?? post.deliveryId
    const one = found.get(key) ?? { post, channelIds: [] }
    one.channelIds.push(channelId)
    found.set(key, one)
  }
  return [...found.values()]
}

function Earlier({ post, by }: { post: SimilarPost; by: readonly ChannelView[] }) {
  const { text, at, isPlanned, url } = post
  return (
    <li className="border-l-2 border-rule-strong pl-3">
      <p className="flex flex-wrap items-center gap-x-2 text-xs text-ink-2">
        {by.map(({ id, stamp, networkName }) => (
          <NetworkStamp key={id} stamp={stamp} name={networkName} />
        ))}
        {isPlanned ? (
          <Trans>
            Planned <DateTime at={at} />
          </Trans>
        ) : (
          <Trans>
            Published <DateTime at={at} style="date" />
          </Trans>
        )}
        {url && (
          <a
            href={url}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-6 items-center gap-1 underline underline-offset-2"
          >
            <Trans>See it</Trans>
            <ExternalLink size={12} strokeWidth={1.5} aria-hidden />
          </a>
        )}
      </p>
      <blockquote className="mt-1 line-clamp-4 font-serif whitespace-pre-line">{text}</blockquote>
    </li>
  )
}
