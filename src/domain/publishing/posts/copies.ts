import { type Channel, connectorOf, findChannel, limitsOf } from '#domain/channels/index.ts'
import { linkOrigin, targetsAsTheyLeave, textAsItLeaves } from '#domain/links/index.ts'
import type { Desk } from '#domain/desk.ts'
import { type Company, companyOf } from '#domain/governance/index.ts'
import type { Executor } from '#platform/db/database.ts'
import { type LinkTags, linkTagsOf } from '../campaigns/link-tags.ts'
import type { Frame } from '../media/crop.ts'
import { pictureLimits } from '../media/fit-picture.ts'
import { focalOf } from '../media/present-media.ts'
import type { Picture } from '../media/read-picture.ts'
import { pictureFor } from '../media/renditions.ts'
import { findMedia } from '../media/store.ts'
import type { Crop, Part, Poll } from '../model.ts'
import type { Media } from '../tables.ts'
import { checkVariant } from './check-variant.ts'
import type { Copy, Following, Judgement } from './copy.ts'
import { finding } from './finding.ts'
import * as words from './findings.ts'
import { networkName } from './network-name.ts'

/** What the copies of a post are made from: a draft as it was sent, or a post as it is kept. */
export interface Source {
  text: string
  mediaIds: string[]
  trackLinks: boolean
  campaign: string | null
  campaignId: string | null
  thread: Part[]
  firstComment: string
  poll: Poll | null
  variants: SourceVariant[]
}

interface SourceVariant {
  channelId: string
  text: string | null
  mediaIds: string[] | null
  thread: Part[] | null
  firstComment: string | null
  options: Record<string, unknown>
  crops: Record<string, Crop>
}

/** One account's version of a post, with all that is needed to plan it. */
export interface AccountCopy extends Copy {
  channel: Channel
  images: Media[]
  videos: Media[]
  crops: Record<string, Crop>
  following: AccountFollowing[]
  /** Which of its fields are the account's own: where a finding points. */
  own: { text: boolean; mediaIds: boolean; thread: boolean; firstComment: boolean }
  /** What the tags of its links are made from. */
  tags: LinkTags
  /** Where its addresses will lead, tags included; empty when they leave as they were written. */
  targets: Target[]
}

interface Target {
  address: string
  target: string
}

export interface AccountFollowing extends Following {
  kind: 'part' | 'comment'
  /** Place in the chain; the post is 0. */
  part: number
  images: Media[]
  videos: Media[]
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
  variant: SourceVariant,
): Promise<AccountCopy | null> {
  const channel = await findChannel(db, company.id, variant.channelId)
  if (!channel) return null
  const place = { channel, connector: connectorOf(desk, channel), limits: limitsOf(desk, channel) }
  const asItLeaves = (written: string) => wordsOf(desk, company, source, place, written)
  const thread = variant.thread ?? source.thread
  const comment = (variant.firstComment ?? source.firstComment).trim()
  const parts = thread.map(async ({ text, mediaIds }, i) => ({
    kind: 'part' as const,
    part: i + 1,
    field: `thread/${i}`,
    ...split(await findMedia(db, company.id, mediaIds)),
    ...asItLeaves(text),
  }))
  const last = {
    kind: 'comment' as const,
    part: thread.length + 1,
    field: 'firstComment',
    ...split([]),
    ...asItLeaves(comment),
  }
  return {
    ...place,
    ...asItLeaves(variant.text ?? source.text),
    ...split(await findMedia(db, company.id, variant.mediaIds ?? source.mediaIds)),
    options: variant.options,
    crops: variant.crops,
    poll: source.poll,
    tags: source.tags,
    following: [...(await Promise.all(parts)), ...(comment ? [last] : [])],
    own: {
      text: variant.text !== null,
      mediaIds: variant.mediaIds !== null,
      thread: variant.thread !== null,
      firstComment: variant.firstComment !== null,
    },
  }
}

const split = (media: Media[]) => ({
  images: media.filter(({ video }) => !video),
  videos: media.filter(({ video }) => video),
})

/** Words with their links replaced, unless that would make them too long. */
function wordsOf(
  desk: Desk,
  company: Company,
  { tags, trackLinks }: Source & { tags: LinkTags },
  { channel, connector, limits }: Pick<AccountCopy, 'channel' | 'connector' | 'limits'>,
  written: string,
): Pick<AccountCopy, 'written' | 'text' | 'links' | 'targets'> {
  const { connectorId, handle: account } = channel
  const draft = { ...tags, connectorId, account, text: written }
  const shortened = trackLinks ? textAsItLeaves(desk, company, draft) : written
  const fits = limits.textMax === null || connector.text.count(shortened) <= limits.textMax
  const linked = connector.text.spans(written).some(({ kind }) => kind === 'link')
  const counted = shortened.includes(`${linkOrigin(desk, company)}/l/`)
  return {
    written,
    text: fits ? shortened : written,
    links:
      !linked || !trackLinks ? 'plain' : !counted ? 'no-address' : fits ? 'counted' : 'no-room',
    targets: trackLinks && fits ? targetsAsTheyLeave(desk, company, draft) : [],
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
  const pieces = [{ field: 'mediaIds', images: copy.images }, ...copy.following.map(shown)]
  for (const { field, images } of pieces) {
    if (judgement.problems.some((problem) => problem.field === field)) continue
    for (const media of images) {
      const frame = frameOf(copy, media)
      const made = await pictureFor(desk, media, pictureLimits(copy.limits), frame)
      if (made) fitted.push({ media, frame, made })
      else {
        const params = { name: media.fileName, network: networkName(copy.connector) }
        problems.push(finding(field, words.cannotFit, params))
      }
    }
  }
  return { ...judgement, problems, fitted }
}

const shown = ({ field, images }: AccountFollowing) => ({ field: `${field}/mediaIds`, images })
