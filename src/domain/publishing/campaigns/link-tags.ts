import { presetOver, utmPresetOf } from '#domain/links/index.ts'
import type { UtmPreset } from '#domain/links/api.ts'
import type { Executor } from '#platform/db/database.ts'
import { findCampaign } from './store.ts'

/** What the tags of a post's links are made from, apart from the account it leaves by. */
export interface LinkTags {
  /** Written on the post itself: stands whatever the templates say. */
  campaign: string | null
  campaignName?: string
  preset: UtmPreset
}

/**
 * The tags of a post's links: the post's own word first, then its campaign's templates, then the company's; the
 * desk's own below them.
 */
export async function linkTagsOf(
  db: Executor,
  companyId: string,
  { campaign, campaignId }: { campaign: string | null; campaignId: string | null },
): Promise<LinkTags> {
  const preset = await utmPresetOf(db, companyId)
  const found = campaignId ? await findCampaign(db, companyId, campaignId) : undefined
  if (!found) return { campaign, preset }
  return { campaign, campaignName: found.name, preset: presetOver(found.utm, preset) }
}
