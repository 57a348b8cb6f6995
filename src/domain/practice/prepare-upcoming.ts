import { Temporal } from 'temporal-polyfill'
import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import type { Company } from '#domain/governance/index.ts'
import { draftPost, schedulePost } from '#domain/publishing/index.ts'
import type { CampaignKey } from './content/campaigns.ts'
import { shop } from './content/company.ts'
import { upcoming } from './content/upcoming.ts'
import type { KeptPicture } from './keep-pictures.ts'
import { type Picture, withLink } from './model.ts'
import type { ShopAccount } from './open-accounts.ts'

/** Puts drafts in the library and the coming posts on the calendar; these will really leave, on the network. */
export async function prepareUpcoming(
  desk: Desk,
  company: Company,
  accounts: Record<'place' | 'vitrine', ShopAccount>,
  pictures: ReadonlyMap<Picture, KeptPicture>,
  campaignIds: ReadonlyMap<CampaignKey, string>,
): Promise<void> {
  const { id: companyId, language, timeZone } = company
  for (const [i, coming] of upcoming.entries()) {
    const { picture, on, inDays, hour, isReviewed } = coming
    const name = shop.colleagues[i % shop.colleagues.length] ?? shop.name
    const author = {
      companyId,
      id: name,
      name,
      ...(isReviewed ? { scopes: new Set<never>() } : {}),
    }
    const media = picture && pictures.get(picture)
    const id = uuid()
    const chosen = (['place', 'vitrine'] as const).filter((one) => on === 'both' || on === one)
    await draftPost(desk, author, id, {
      text: withLink(coming, language),
      language,
      mediaIds: media ? [media.mediaId] : [],
      variants: chosen.map((one) => ({
        channelId: accounts[one].channel.id,
      })),
      trackLinks: true,
      campaignId: (coming.campaign && campaignIds.get(coming.campaign)) ?? null,
      labels: coming.labels ?? [],
      about: coming.about ?? null,
    })
    if (inDays === undefined || !hour) continue
    const wallTime = `${dayIn(desk.clock.now(), timeZone, inDays)}T${hour}`
    await schedulePost(desk, author, id, { version: 1, wallTime, timeZone })
  }
}

function dayIn(now: Date, timeZone: string, days: number): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  return today.toPlainDate().add({ days }).toString()
}
