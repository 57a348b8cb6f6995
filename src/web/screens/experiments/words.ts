import { useLingui } from '@lingui/react/macro'
import type { ExperimentView, PostRow } from '#domain/experiments/api.ts'

type Plan = ExperimentView['plan']

/** The words of a comparison's plan, for choices and for reading. */
export function useWords() {
  const { t } = useLingui()
  return {
    figure: {
      clicks: t`Clicks by people`,
      engagement: t`Likes, reposts and replies`,
    } satisfies Record<Plan['figure'], string>,
    events: { clicks: t`clicks`, engagement: t`reactions` } satisfies Record<
      Plan['figure'],
      string
    >,
    exposure: {
      followers: t`per 1,000 followers`,
      views: t`per view`,
      posts: t`per post`,
    } satisfies Record<ExperimentView['exposure'], string>,
    state: {
      counted: t`Counted`,
      counting: t`Being counted`,
      waiting: t`Not published yet`,
      missing: t`Cancelled or refused`,
      'no-link': t`No Vigie short link`,
      unread: t`Not read back in time`,
    } satisfies Record<PostRow['state'], string>,
    during: (hours: number) => {
      const days = hours / 24
      return hours > 24 && Number.isInteger(days) ? t`first ${days} days` : t`first ${hours} hours`
    },
  }
}

/** Figures per follower are tiny: they are read per thousand. */
export const scaleOf = (exposure: ExperimentView['exposure']) =>
  exposure === 'followers' ? 1_000 : 1
