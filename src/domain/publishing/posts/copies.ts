import { type Channel, connectorOf, findChannel, limitsOf } from '#domain/channels/index.ts'
import { linkOrigin, targetsAsTheyLeave, textAsItLeaves } from '#domain/links/index.ts'
import type { Desk } from '#domain/desk.ts'
import { type Company, companyOf } from '#domain/governance/index.ts'
import type { Executor } from '#platform/db/database.ts'
import { type LinkTags, linkTagsOf } from '../campaigns/link-tags.ts'
import { pictureLimits } from '../media/fit-picture.ts'
import { pictureFor } from '../media/renditions.ts'
import { findMedia } from '../media/store.ts'
import type { Media } from '../tables.ts'
import { checkVariant, type Copy, finding, type Judgement } from './check-variant.ts'
import * as words from './findings.ts'

/** What the copies of a post are made from: a draft as it was sent, or a post as it is kept. */
export interface Source {
  text: string
  mediaIds: string[]
  trackLinks: boolean
  campaign: string | null
  campaignId: string | null
  variants: {
    channelId: string
    text: string | null
    mediaIds: string[] | null
    options: Record<string, unknown>
  }[]
}

/** One account's version of a post, with all that is needed to plan it. */
export interface AccountCopy extends Copy {
  channel: Channel
  images: Media[]
  /** Whether the text is the account's own: where a finding points. */
  ownText: boolean
  ownMedia: boolean
  /** What the tags of its links are made from. */
  tags: LinkTags
  /** Where its addresses will lead, tags included; empty when they leave as they were written. */
  targets: { address: string; target: string }[]
}

/** The versions of a post by account, in its order. An account that this company does not have is left out. */
export async function copiesOf(
  db: Executor,
  desk: Desk,
  companyId: string,
  source: Source,
): Promise<AccountCopy[]> {
  const company = await companyOf(db, companyId)
  const tags = await linkTagsOf(db, companyId, source)
  const whole = { ...source, tags }
  const copies = source.variants.map((variant) => copyOf(db, desk, company, whole, variant))
  return (await Promise.all(copies)).filter((copy) => copy !== null)
}

async function copyOf(
  db: Executor,
  desk: Desk,
  company: Company,
  source: Source & { tags: LinkTags },
  variant: Source['variants'][number],
): Promise<AccountCopy | null> {
  const channel = await findChannel(db, company.id, variant.channelId)
  if (!channel) return null
  const { connectorId } = channel
  const { tags, trackLinks } = source
  const written = variant.text ?? source.text
  const draft = { ...tags, connectorId, account: channel.handle, text: written }
  const connector = connectorOf(desk, channel)
  const limits = limitsOf(desk, channel)
  const shortened = trackLinks ? textAsItLeaves(desk, company, draft) : written
  const fits = limits.textMax === null || connector.text.count(shortened) <= limits.textMax
  const linked = connector.text.spans(written).some(({ kind }) => kind === 'link')
  const counted = shortened.includes(`${linkOrigin(desk, company)}/l/`)
  return {
    channel,
    connector,
    limits,
    written,
    // Links are left alone where replacing them would make the text too long.
    text: fits ? shortened : written,
    images: await findMedia(db, company.id, variant.mediaIds ?? source.mediaIds),
    options: variant.options,
    links:
      !linked || !trackLinks ? 'plain' : !counted ? 'no-address' : fits ? 'counted' : 'no-room',
    ownText: variant.text !== null,
    ownMedia: variant.mediaIds !== null,
    tags,
    targets: trackLinks && fits ? targetsAsTheyLeave(desk, company, draft) : [],
  }
}

/** The judgement of a copy, its pictures made ready for the network so that their weight is known too. */
export async function judge(desk: Desk, copy: AccountCopy): Promise<Judgement> {
  const judgement = checkVariant(copy)
  if (judgement.problems.some(({ field }) => field === 'mediaIds')) return judgement
  const problems = [...judgement.problems]
  for (const media of copy.images) {
    if (await pictureFor(desk, media, pictureLimits(copy.limits))) continue
    const params = { name: media.fileName, network: copy.connector.manifest.name }
    problems.push(finding('mediaIds', words.cannotFit, params))
  }
  return { ...judgement, problems }
}
