import { type Channel, connectorOf, findChannel, limitsOf } from '#domain/channels/index.ts'
import { linkOrigin, textAsItLeaves } from '#domain/links/index.ts'
import type { Desk } from '#domain/desk.ts'
import { type Company, companyOf } from '#domain/governance/index.ts'
import type { Executor } from '#platform/db/database.ts'
import type { Frame } from '../media/crop.ts'
import { pictureLimits } from '../media/fit-picture.ts'
import { focalOf } from '../media/present-media.ts'
import type { Picture } from '../media/read-picture.ts'
import { pictureFor } from '../media/renditions.ts'
import { findMedia } from '../media/store.ts'
import type { Crop } from '../model.ts'
import type { Media } from '../tables.ts'
import { checkVariant, type Copy, finding, type Judgement } from './check-variant.ts'
import * as words from './findings.ts'

/** What the copies of a post are made from: a draft as it was sent, or a post as it is kept. */
export interface Source {
  text: string
  mediaIds: string[]
  trackLinks: boolean
  campaign: string | null
  variants: {
    channelId: string
    text: string | null
    mediaIds: string[] | null
    options: Record<string, unknown>
    crops: Record<string, Crop>
  }[]
}

/** One account's version of a post, with all that is needed to plan it. */
export interface AccountCopy extends Copy {
  channel: Channel
  images: Media[]
  videos: Media[]
  crops: Record<string, Crop>
  /** Whether the text is the account's own: where a finding points. */
  ownText: boolean
  ownMedia: boolean
}

/** The versions of a post by account, in its order. An account that this company does not have is left out. */
export async function copiesOf(
  db: Executor,
  desk: Desk,
  companyId: string,
  source: Source,
): Promise<AccountCopy[]> {
  const company = await companyOf(db, companyId)
  const copies = source.variants.map((variant) => copyOf(db, desk, company, source, variant))
  return (await Promise.all(copies)).filter((copy) => copy !== null)
}

async function copyOf(
  db: Executor,
  desk: Desk,
  company: Company,
  source: Source,
  variant: Source['variants'][number],
): Promise<AccountCopy | null> {
  const channel = await findChannel(db, company.id, variant.channelId)
  if (!channel) return null
  const { connectorId } = channel
  const { campaign, trackLinks } = source
  const written = variant.text ?? source.text
  const connector = connectorOf(desk, channel)
  const limits = limitsOf(desk, channel)
  const shortened = trackLinks
    ? textAsItLeaves(desk, company, { connectorId, text: written, campaign })
    : written
  const fits = limits.textMax === null || connector.text.count(shortened) <= limits.textMax
  const media = await findMedia(db, company.id, variant.mediaIds ?? source.mediaIds)
  const linked = connector.text.spans(written).some(({ kind }) => kind === 'link')
  const counted = shortened.includes(`${linkOrigin(desk, company)}/l/`)
  return {
    channel,
    connector,
    limits,
    written,
    // Links are left alone where replacing them would make the text too long.
    text: fits ? shortened : written,
    images: media.filter(({ video }) => !video),
    videos: media.filter(({ video }) => video),
    options: variant.options,
    crops: variant.crops,
    links:
      !linked || !trackLinks ? 'plain' : !counted ? 'no-address' : fits ? 'counted' : 'no-room',
    ownText: variant.text !== null,
    ownMedia: variant.mediaIds !== null,
  }
}

/** How a picture is cut for an account. */
export const frameOf = (copy: Pick<AccountCopy, 'crops'>, media: Media): Frame => ({
  crop: copy.crops[media.id] ?? null,
  focal: focalOf(media),
})

/** A picture, and what it becomes on its way to an account. */
export interface Fitted {
  media: Media
  frame: Frame
  made: Picture
}

/** The judgement of a copy, its pictures made ready for the network so that their weight is known too. */
export async function judge(
  desk: Desk,
  copy: AccountCopy,
): Promise<Judgement & { fitted: Fitted[] }> {
  const judgement = checkVariant(copy)
  const problems = [...judgement.problems]
  const fitted: Fitted[] = []
  if (problems.some(({ field }) => field === 'mediaIds')) return { ...judgement, fitted }
  for (const media of copy.images) {
    const frame = frameOf(copy, media)
    const made = await pictureFor(desk, media, pictureLimits(copy.limits), frame)
    if (made) fitted.push({ media, frame, made })
    else {
      const params = { name: media.fileName, network: copy.connector.manifest.name }
      problems.push(finding('mediaIds', words.cannotFit, params))
    }
  }
  return { ...judgement, problems, fitted }
}
