import { Plural, useLingui } from '@lingui/react/macro'
import type { PostSummary } from '#domain/publishing/api.ts'
import type { CampaignView } from '#domain/publishing/campaigns/api.ts'
import { useCompany } from '#web/api/index.ts'
import { useOpenComposer } from '#web/shell/index.ts'
import { cx, Mark, useFormat } from '#web/ui/index.ts'
import { standing } from '../calendar/arrange.ts'
import { dayOf, timeOf } from '../calendar/days.ts'
import { markOf } from '../calendar/post-mark.ts'
import { weeksOfCampaign } from './weeks.ts'

interface Standing {
  post: PostSummary
  wallTime: string
}

/** The campaign’s weeks, each post a sign on its day. */
export function CampaignWeeks({
  campaign,
  posts,
}: {
  campaign: CampaignView
  posts: PostSummary[]
}) {
  const { t } = useLingui()
  const { timeZone } = useCompany()
  const placed = posts.flatMap((post): Standing[] => {
    const wallTime = post.status === 'draft' ? null : standing(post, timeZone)
    return wallTime ? [{ post, wallTime }] : []
  })
  const rows = weeksOfCampaign(
    campaign,
    placed.map(({ wallTime }) => dayOf(wallTime)),
  )
  if (rows.length === 0) return null
  return (
    <table className="w-full table-fixed border-collapse border-t border-ink">
      <caption className="sr-only">{t`Weeks of the campaign`}</caption>
      <tbody>
        {rows.map((row) =>
          'days' in row ? (
            <Week key={row.days[0]} days={row.days} {...{ campaign, placed }} />
          ) : (
            <tr key={row.from}>
              <td colSpan={7} className="border border-rule px-1 py-1 text-xs text-ink-3">
                <Plural
                  value={row.empty}
                  one="# week without a post"
                  other="# weeks without a post"
                />
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}

interface WeekProps {
  days: readonly string[]
  campaign: CampaignView
  placed: readonly Standing[]
}

function Week({ days, campaign: { startsOn, endsOn }, placed }: WeekProps) {
  const f = useFormat()
  const within = (day: string) => (!startsOn || startsOn <= day) && (!endsOn || day <= endsOn)
  return (
    <tr>
      {days.map((day) => (
        <td
          key={day}
          className={cx(
            'h-14 border border-rule p-1 align-top text-xs',
            within(day) ? 'text-ink-2' : 'bg-sunken text-ink-3',
          )}
        >
          <span className="whitespace-nowrap">
            {day === days[0] || day.endsWith('-01') ? f.day(day) : Number(day.slice(8))}
          </span>
          <Posts there={placed.filter(({ wallTime }) => dayOf(wallTime) === day)} />
        </td>
      ))}
    </tr>
  )
}

function Posts({ there }: { there: Standing[] }) {
  const open = useOpenComposer()
  return (
    <span className="mt-0.5 flex flex-wrap">
      {there.map(({ post, wallTime }) => {
        const name = `${timeOf(wallTime)} ${post.excerpt.slice(0, 60)}`
        return (
          <button
            key={post.id}
            type="button"
            title={name}
            onClick={() => open({ postId: post.id })}
            className="grid size-6 place-items-center rounded-sm hover:bg-accent-soft"
          >
            <Mark status={markOf(post.status)} />
            <span className="sr-only">{name}</span>
          </button>
        )
      })}
    </span>
  )
}
