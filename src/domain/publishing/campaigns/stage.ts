import type { Stage } from './api.ts'

/**
 * How far a campaign has come. Without dates it runs: nothing says otherwise.
 * @param today the company's calendar day, `2026-11-23`
 */
export function stageOf(
  campaign: { startsOn: string | null; endsOn: string | null; archivedAt: Date | null },
  today: string,
): Stage {
  if (campaign.archivedAt) return 'archived'
  if (campaign.startsOn && today < campaign.startsOn) return 'planned'
  if (campaign.endsOn && campaign.endsOn < today) return 'ended'
  return 'running'
}
