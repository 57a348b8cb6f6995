import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import { z } from 'zod'
import type { Image, Outgoing, Video } from '#connectors/_contract/connector.ts'
import { limitsOf } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { memberNames } from '#domain/governance/index.ts'
import type { Text } from '#platform/text.ts'
import { crop as cropShape, focal as focalShape } from '../media/api.ts'
import { focalWithin } from '../media/crop.ts'
import { findMedia } from '../media/store.ts'
import { pictureLimits } from '../media/fit-picture.ts'
import { pictureFor, stillOf } from '../media/renditions.ts'
import type { Content } from '../model.ts'
import { whatItFollows } from './chain.ts'
import type { Claimed } from './claim-delivery.ts'

const frozen = z.object({
  mediaId: z.string(),
  sha256: z.string(),
  alt: z.string(),
  focal: focalShape.optional(),
  crop: cropShape.optional(),
})

const contentSchema: z.ZodType<Content> = z.object({
  text: z.string(),
  language: z.enum(['en', 'fr']).optional(),
  images: z.array(frozen),
  video: frozen.optional(),
  options: z.record(z.string(), z.unknown()),
  replyTo: z
    .object({ remoteId: z.string(), data: z.record(z.string(), z.unknown()).optional() })
    .optional(),
  poll: z
    .object({ choices: z.array(z.string()), minutes: z.number(), multiple: z.boolean() })
    .optional(),
  card: z
    .object({
      url: z.string(),
      title: z.string(),
      description: z.string(),
      picture: z
        .object({ sha256: z.string(), type: z.string(), width: z.number(), height: z.number() })
        .optional(),
    })
    .optional(),
})

/** It could not be made ready: sending again changes nothing. */
export class CannotPrepare extends Error {
  readonly reason: Text

  constructor(reason: Text) {
    super(reason.en)
    this.name = 'CannotPrepare'
    this.reason = reason
  }
}

/**
 * What the connector is given to send or to look for: the frozen content, its pictures made to fit this account.
 * @throws CannotPrepare when a picture that must be sent is lost or cannot be made to fit
 */
export async function outgoingOf(desk: Desk, claimed: Claimed): Promise<Outgoing> {
  const { delivery, action } = claimed
  const content = contentSchema.parse(delivery.content)
  const { text, language, images, options, poll, card } = content
  const replyTo = content.replyTo ?? (await whatItFollows(desk.db, delivery))
  if (replyTo === null) throw new Error('what it follows has no address; it must not leave alone')
  // To find a post again its words are enough.
  const unless =
    <T>(instead: T) =>
    (error: unknown) => {
      if (action === 'confirm') return instead
      throw error
    }
  const ready = imagesOf(desk, claimed, images).catch(unless([]))
  const video = await videoOf(desk, claimed, content.video).catch(unless(undefined))
  return {
    id: delivery.id,
    plannedAt: delivery.plannedAt,
    text,
    ...(language ? { language } : {}),
    images: await ready,
    ...(video ? { video } : {}),
    options,
    ...(replyTo ? { replyTo } : {}),
    ...(await answererOf(desk, delivery)),
    ...(poll ? { poll } : {}),
    ...(delivery.kept ? { kept: delivery.kept } : {}),
    ...(card && action !== 'confirm' ? { card: await cardOf(desk, card) } : {}),
  }
}

/** Who answers from the inbox; nobody where a program does. */
async function answererOf(
  desk: Desk,
  { kind, companyId, createdBy }: Claimed['delivery'],
): Promise<Pick<Outgoing, 'by'>> {
  if (kind !== 'reply') return {}
  const by = (await memberNames(desk.db, companyId)).get(createdBy)
  return by ? { by } : {}
}

/** A picture that was lost leaves a card of words. */
async function cardOf(
  desk: Desk,
  { url, title, description, picture }: NonNullable<Content['card']>,
): Promise<Outgoing['card']> {
  const words = { url, title, description }
  if (!picture) return words
  const { sha256, type, width, height } = picture
  try {
    const bytes = new Uint8Array(await desk.files.read(sha256))
    return { ...words, image: { bytes, type, width, height, alt: '' } }
  } catch {
    return words
  }
}

async function imagesOf(
  desk: Desk,
  { delivery, channel }: Claimed,
  images: Content['images'],
): Promise<Image[]> {
  const limits = pictureLimits(limitsOf(desk, channel))
  const media = await findMedia(
    desk.db,
    delivery.companyId,
    images.map((image) => image.mediaId),
  )
  const ready: Image[] = []
  for (const { mediaId, alt, crop = null, focal = null } of images) {
    const source = media.find((m) => m.id === mediaId)
    if (!source) throw new CannotPrepare(lost)
    const frame = { crop, focal }
    const picture = await pictureFor(desk, source, limits, frame).catch(unlessPassing)
    if (!picture) throw new CannotPrepare(picture === null ? unfit : lost)
    const { bytes, type, width, height } = picture
    const inSight = focalWithin(source, frame)
    ready.push({ bytes, type, width, height, alt, ...(inSight ? { focal: inSight } : {}) })
  }
  return ready
}

/** The disk or the database is in trouble: that says nothing of the picture, and passes. */
function unlessPassing(error: unknown): undefined {
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && code !== 'ENOENT') throw error
  return undefined
}

async function videoOf(
  desk: Desk,
  { delivery, channel }: Claimed,
  frozenVideo: Content['video'],
): Promise<Video | undefined> {
  if (!frozenVideo) return undefined
  const [media] = await findMedia(desk.db, delivery.companyId, [frozenVideo.mediaId])
  if (!media?.video) throw new CannotPrepare(lost)
  const { type, width, height, video } = media
  const there = await stat(desk.files.pathOf(media.sha256)).catch(unlessPassing)
  if (!there) throw new CannotPrepare(lost)
  const file = await openAsBlob(desk.files.pathOf(media.sha256), { type })
  const still = stillOf(media)
  const limits = pictureLimits(limitsOf(desk, channel))
  // A network that takes no pictures shows its own still.
  const made = still && (await pictureFor(desk, still, limits).catch(() => null))
  const poster = made && { ...made, alt: frozenVideo.alt }
  const { seconds } = video
  const whole = { file, type, width, height, seconds, alt: frozenVideo.alt }
  return { ...whole, ...(poster ? { poster } : {}) }
}

/** Said when a picture cannot be read any more. */
const lost: Text = {
  en: 'One of its pictures is no longer in the library.',
  fr: 'L’une de ses images n’est plus dans la bibliothèque.',
}

const unfit: Text = {
  en: 'One of its pictures cannot be made to fit this network.',
  fr: 'L’une de ses images ne peut pas être adaptée à ce réseau.',
}
