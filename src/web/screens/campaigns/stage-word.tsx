import { Trans, useLingui } from '@lingui/react/macro'
import type { CampaignSummary, Stage } from '#domain/publishing/campaigns/api.ts'
import { useFormat } from '#web/ui/index.ts'

/** How far a campaign has come, in a word. */
export function StageWord({ stage }: { stage: Stage }) {
  switch (stage) {
    case 'planned':
      return <Trans context="campaign">Coming</Trans>
    case 'running':
      return <Trans context="campaign">Running</Trans>
    case 'ended':
      return <Trans context="campaign">Ended</Trans>
    case 'archived':
      return <Trans context="campaign">Archived</Trans>
  }
}

/** From when until when: "1 Dec – 24 Dec", "from 1 Dec", or that nothing says so. */
export function useSpan(): (campaign: Pick<CampaignSummary, 'startsOn' | 'endsOn'>) => string {
  const { t } = useLingui()
  const f = useFormat()
  return ({ startsOn, endsOn }) => {
    const start = startsOn ? f.day(startsOn) : ''
    const end = endsOn ? f.day(endsOn) : ''
    if (start && end) return `${start} – ${end}`
    if (start) return t`from ${start}`
    if (end) return t`until ${end}`
    return t`no dates`
  }
}
