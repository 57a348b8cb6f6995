import { createHash } from 'node:crypto'
import { z } from 'zod'
import { findChannel, limitsOf } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Call } from '#platform/http/route.ts'
import { id } from '#platform/http/shapes.ts'
import { crop as cropShape } from './api.ts'
import { pictureLimits, recipeOf } from './fit-picture.ts'
import { focalOf } from './present-media.ts'
import { pictureFor } from './renditions.ts'
import { servePicture } from './serve-picture.ts'
import { mediaOf } from './store.ts'

/** `focal` is only there to change the address when the point does. */
export const departureQuery = z.object({
  company: z.string().optional(),
  channelId: id,
  crop: cropShape.optional(),
  focal: z.string().max(20).optional(),
})

/** The picture as it leaves by an account. @throws Problem when there is none, or it cannot be made to fit */
export async function serveDeparture(
  desk: Desk,
  call: Call<{ id: string }, z.output<typeof departureQuery>>,
): Promise<void> {
  const { actor, params, query } = call
  const media = await mediaOf(desk.db, actor.companyId, params.id)
  const channel = await findChannel(desk.db, actor.companyId, query.channelId)
  if (!channel) throw new Problem(notFound)
  const limits = pictureLimits(limitsOf(desk, channel))
  const frame = { crop: query.crop ?? null, focal: focalOf(media) }
  const made = await pictureFor(desk, media, limits, frame)
  if (!made) throw new Problem(notFound)
  const recipe = createHash('sha256').update(recipeOf(limits, frame)).digest('hex').slice(0, 12)
  await servePicture(call, {
    type: made.type,
    fileName: media.fileName,
    etag: `d-${media.sha256}-${recipe}`,
    read: async () => made.bytes,
  })
}
