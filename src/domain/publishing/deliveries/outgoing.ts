import { z } from 'zod'
import type { Image, Outgoing } from '#connectors/_contract/connector.ts'
import { limitsOf } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import type { Text } from '#platform/text.ts'
import { crop as cropShape, focal as focalShape } from '../api.ts'
import { focalWithin } from '../media/crop.ts'
import { findMedia } from '../media/store.ts'
import { pictureLimits } from '../media/fit-picture.ts'
import { pictureFor } from '../media/renditions.ts'
import type { Content } from '../model.ts'
import type { Claimed } from './claim-delivery.ts'

const contentSchema: z.ZodType<Content> = z.object({
  text: z.string(),
  language: z.enum(['en', 'fr']).optional(),
  images: z.array(
    z.object({
      mediaId: z.string(),
      sha256: z.string(),
      alt: z.string(),
      focal: focalShape.optional(),
      crop: cropShape.optional(),
    }),
  ),
  options: z.record(z.string(), z.unknown()),
  replyTo: z
    .object({ remoteId: z.string(), data: z.record(z.string(), z.unknown()).optional() })
    .optional(),
})

/** The pictures could not be made ready: sending again changes nothing. */
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
  const { text, language, images, options, replyTo } = contentSchema.parse(delivery.content)
  const ready = imagesOf(desk, claimed, images).catch((error: unknown) => {
    // To find a post again its words are enough.
    if (action === 'confirm') return []
    throw error
  })
  return {
    id: delivery.id,
    plannedAt: delivery.plannedAt,
    text,
    ...(language ? { language } : {}),
    images: await ready,
    options,
    ...(replyTo ? { replyTo } : {}),
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
    const picture = await pictureFor(desk, source, limits, frame).catch(() => undefined)
    if (!picture) throw new CannotPrepare(picture === null ? unfit : lost)
    const { bytes, type, width, height } = picture
    const inSight = focalWithin(source, frame)
    ready.push({ bytes, type, width, height, alt, ...(inSight ? { focal: inSight } : {}) })
  }
  return ready
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
