import { Trans, useLingui } from '@lingui/react/macro'
import { PenLine } from 'lucide-react'
import type { PostSummary } from '#domain/publishing/api.ts'
import type { CampaignView } from '#domain/publishing/campaigns/api.ts'
import { useChannelMap, useCompany } from '#web/api/index.ts'
import { useOpenComposer } from '#web/shell/index.ts'
import { Button, Mark, NetworkStamp, QueryView, Thumb, useFormat } from '#web/ui/index.ts'
import { standing } from '../calendar/arrange.ts'
import { timeOf } from '../calendar/days.ts'
import { markOf } from '../calendar/post-mark.ts'
import { CampaignWeeks } from './campaign-weeks.tsx'
import { useCampaignPosts } from './queries.ts'
import { useMayWrite } from './use-may-write.ts'
import { useWriteFor } from './write-for.ts'

/** The posts of a campaign: where they stand in its weeks, then one by one. */
export function CampaignPosts({ campaign }: { campaign: CampaignView }) {
  const posts = useCampaignPosts(campaign.id)
  const mayWrite = useMayWrite()
  const write = useWriteFor(campaign.id)
  return (
    <section className="mt-8">
      <header className="mb-2 flex flex-wrap items-end justify-between gap-2">
        <h2 className="title-serif text-xl">
          <Trans>Its posts, day by day</Trans>
        </h2>
        {mayWrite && campaign.stage !== 'archived' && (
          <Button size="sm" icon={PenLine} onClick={write}>
            <Trans>Write for this campaign</Trans>
          </Button>
        )}
      </header>
      <QueryView query={posts}>
        {(all) =>
          all.length === 0 ? (
            <p className="border-t border-ink py-4 text-ink-2">
              <Trans>
                No post yet. Write one from here, or choose this campaign in the composer under
                “Campaign and labels”.
              </Trans>
            </p>
          ) : (
            <>
              <CampaignWeeks campaign={campaign} posts={all} />
              <ul className="mt-4 border-t border-ink">
                {all.map((post) => (
                  <Row key={post.id} post={post} />
                ))}
              </ul>
            </>
          )
        }
      </QueryView>
    </section>
  )
}

function Row({ post }: { post: PostSummary }) {
  const { t } = useLingui()
  const f = useFormat()
  const { timeZone } = useCompany()
  const { byId } = useChannelMap()
  const open = useOpenComposer()
  const wallTime = standing(post, timeZone)
  const stamps = new Map(
    post.channelIds.flatMap((id) => {
      const channel = byId.get(id)
      return channel ? [[channel.stamp, channel.networkName] as const] : []
    }),
  )
  return (
    <li className="border-b border-rule">
      <button
        type="button"
        onClick={() => open({ postId: post.id })}
        className="flex min-h-11 w-full items-center gap-3 px-1 py-1.5 text-left hover:bg-sunken"
      >
        <Mark status={markOf(post.status)} />
        <span className="w-24 shrink-0 text-sm text-ink-2">
          {wallTime && post.status !== 'draft'
            ? `${f.day(wallTime)} ${timeOf(wallTime)}`
            : t`no date yet`}
        </span>
        {post.thumbnailUrl && <Thumb src={post.thumbnailUrl} alt="" size={28} />}
        <span className="line-clamp-2 min-w-0 flex-1">
          {post.excerpt.trim() || <em className="text-ink-2">{t`No text`}</em>}
        </span>
        <span className="flex shrink-0 gap-0.5 max-md:hidden">
          {[...stamps].map(([stamp, name]) => (
            <NetworkStamp key={stamp} stamp={stamp} name={name} />
          ))}
        </span>
      </button>
    </li>
  )
}
