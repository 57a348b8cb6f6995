import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { CampaignSummary } from '#domain/publishing/campaigns/api.ts'
import { cx, useFormat } from '#web/ui/index.ts'
import { CampaignStamp } from './campaign-stamp.tsx'
import { PostMarks, totalOf } from './post-marks.tsx'
import { useSpan } from './stage-word.tsx'

/** One campaign in the list: its stamp and name, when, its posts by state, its money. */
export function CampaignRow({ campaign }: { campaign: CampaignSummary }) {
  const span = useSpan()
  const posts = totalOf(campaign.posts)
  return (
    <li className="border-b border-rule">
      <Link
        to="/library/campaigns/$campaignId"
        params={{ campaignId: campaign.id }}
        className="grid grid-cols-[36px_minmax(0,1fr)] items-center gap-x-4 gap-y-1.5 py-3 hover:bg-sunken md:grid-cols-[36px_minmax(0,1fr)_180px_170px_150px] md:pr-2"
      >
        <CampaignStamp campaign={campaign} size="lg" silent />
        <span className="min-w-0">
          <span className="title-serif block truncate text-xl">{campaign.name}</span>
          {campaign.objective && (
            <span className="block truncate text-ink-2">{campaign.objective}</span>
          )}
        </span>
        <span className="text-ink-2 max-md:col-start-2">{span(campaign)}</span>
        <span className="max-md:col-start-2">
          {posts === 0 ? (
            <span className="text-ink-3">
              <Trans>no post yet</Trans>
            </span>
          ) : (
            <>
              <span className="block">
                <Plural value={posts} one="# post" other="# posts" />
              </span>
              <PostMarks posts={campaign.posts} />
            </>
          )}
        </span>
        <Money campaign={campaign} />
      </Link>
    </li>
  )
}

function Money({ campaign: { budget, spent, currency } }: { campaign: CampaignSummary }) {
  const f = useFormat()
  if (budget === null && spent === 0) return <span className="max-md:hidden" />
  const cost = f.money(spent, currency)
  const planned = budget === null ? '' : f.money(budget, currency)
  const isOver = budget !== null && spent > budget
  return (
    <span className={cx('text-sm max-md:col-start-2 md:text-right', isOver && 'text-bad')}>
      {planned ? (
        <Trans>
          {cost} of {planned}
        </Trans>
      ) : (
        <Trans>{cost} spent</Trans>
      )}
    </span>
  )
}
