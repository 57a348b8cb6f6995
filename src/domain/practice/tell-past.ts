import { v7 as uuid } from 'uuid'
import { importLink, linkOrigin } from '#domain/links/index.ts'
import type { Desk } from '#domain/desk.ts'
import type { Company } from '#domain/governance/index.ts'
import { importHistory } from '#domain/publishing/index.ts'
import { postUrl, type PostImage, randomOf, rehearse, type Rehearsed } from '#sandbox/index.ts'
import { type CampaignKey, campaigns, filing } from './content/campaigns.ts'
import { shop } from './content/company.ts'
import type { KeptPicture } from './keep-pictures.ts'
import { type Picture, SITE } from './model.ts'
import type { ShopAccount } from './open-accounts.ts'
import type { PlannedPast } from './plan-past.ts'

/** One post on one account, with all that followed it. */
export interface Told {
  planned: PlannedPast
  deliveryId: string
  /** Its id on the network. */
  remoteId: string
  publishedAt: Date
  /** As it left: links are the desk's own. */
  words: string
  images: PostImage[]
  aftermath: Rehearsed
}

/** Tells of one account's past: when each post left, what it brought, and the clicks on its link. */
export async function tellPast(
  desk: Desk,
  company: Company,
  { account, channel }: ShopAccount,
  planned: readonly PlannedPast[],
  pictures: ReadonlyMap<Picture, KeptPicture>,
): Promise<Told[]> {
  const posts = planned.map((one, i) => {
    const { picture } = one.text
    const image = picture && pictures.get(picture)?.onNetwork.get(account.id)
    // A worker is never quite on time.
    const publishedAt = new Date(one.scheduledAt.getTime() + 1200 + ((i * 2311) % 6000))
    return { planned: one, publishedAt, images: image ? [image] : [] }
  })
  const aftermaths = await rehearse(
    desk,
    account,
    posts.map(({ planned: { words: text }, publishedAt: at, images }) => ({
      text,
      at,
      images,
      language: company.language,
    })),
  )
  const told: Told[] = []
  for (const [i, post] of posts.entries()) {
    const aftermath = aftermaths[i] ?? { reactions: [], views: [] }
    const one = {
      ...post,
      aftermath,
      deliveryId: uuid(),
      remoteId: uuid({ msecs: post.publishedAt.getTime() }),
    }
    told.push({ ...one, words: await shortened(desk, company, channel, one) })
  }
  return told
}

/** Writes the posts of all accounts into the calendar and the ledger. */
export async function importPosts(
  desk: Desk,
  company: Company,
  planned: readonly PlannedPast[],
  accounts: readonly { shop: ShopAccount; told: readonly Told[] }[],
  pictures: ReadonlyMap<Picture, KeptPicture>,
  campaignIds: ReadonlyMap<CampaignKey, string>,
): Promise<Map<string, string>> {
  const posts = planned.map((one) => {
    const { picture } = one.text
    const media = picture && pictures.get(picture)
    const campaign = campaigns.find(({ posts: keys }) => keys.includes(one.text.key))
    const campaignId = campaign && campaignIds.get(campaign.key)
    return {
      ...(campaignId ? { campaignId } : {}),
      ...filing[one.text.key],
      text: one.words,
      language: company.language,
      mediaIds: media ? [media.mediaId] : [],
      scheduledAt: one.scheduledAt,
      deliveries: accounts.flatMap(({ shop: { account, channel }, told }) =>
        told
          .filter((left) => left.planned === one)
          .map(({ deliveryId: id, remoteId, publishedAt }) => ({
            id,
            channelId: channel.id,
            remoteId,
            remoteUrl: postUrl(desk, account, remoteId),
            publishedAt,
          })),
      ),
    }
  })
  const by = shop.colleagues[0] ?? shop.name
  const history = { companyId: company.id, by, timeZone: company.timeZone, posts }
  const imported = await importHistory(desk.db, history)
  return new Map(planned.map((one, i) => [one.text.key, imported[i]?.postId ?? '']))
}

type Leaving = Omit<Told, 'words'>

async function shortened(
  desk: Desk,
  company: Company,
  channel: ShopAccount['channel'],
  { planned, deliveryId, publishedAt, aftermath }: Leaving,
): Promise<string> {
  const { words, text } = planned
  if (!text.link) return words
  const target = new URL(SITE + text.link)
  target.search = new URLSearchParams({
    utm_source: channel.connectorId,
    utm_medium: 'social',
    utm_campaign: text.key,
    utm_content: deliveryId.replaceAll('-', '').slice(-8),
  }).toString()
  const code = await importLink(desk.db, {
    companyId: company.id,
    deliveryId,
    channelId: channel.id,
    target: target.href,
    campaign: null,
    createdAt: publishedAt,
    clicks: clicksOf(desk, planned, publishedAt, aftermath),
  })
  return words.replace(SITE + text.link, `${linkOrigin(desk, company)}/l/${code}`)
}

/** People who clicked, and what always comes with them: previews, robots, and second looks. */
function clicksOf(desk: Desk, { text }: PlannedPast, publishedAt: Date, { reactions }: Rehearsed) {
  const random = randomOf('clicks', text.key, publishedAt.getTime())
  const later = (from: number, minutes: number) =>
    new Date(from + random.logNormal(minutes * 60_000, 0.7))
  const people = reactions.filter(({ kind }) => kind === 'click')
  const clicks = people.flatMap(({ at }) => [
    { at: new Date(at), verdict: 'human' as const, reason: 'looks-human' as const },
    ...(random.chance(0.12)
      ? [{ at: later(at, 3), verdict: 'repeat' as const, reason: 'seen-lately' as const }]
      : []),
  ])
  const preview = {
    verdict: 'preview' as const,
    reason: 'preview-fetcher' as const,
    agent: 'Iframely',
  }
  const robot = { verdict: 'bot' as const, reason: 'known-bot' as const, agent: 'AhrefsBot' }
  const others = [
    { at: later(publishedAt.getTime(), 0.05), ...preview },
    ...(random.chance(0.6) ? [{ at: later(publishedAt.getTime(), 400), ...robot }] : []),
  ]
  const now = desk.clock.now()
  return [...clicks, ...others]
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
}
