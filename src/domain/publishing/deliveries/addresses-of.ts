import { createHash } from 'node:crypto'
import type { Tools } from '#connectors/_contract/connector.ts'
import type { Desk } from '#domain/desk.ts'
import { addressFor } from '../media/outside/address.ts'
import type { Claimed } from './claim-delivery.ts'

const DAY = 24 * 60 * 60_000

/**
 * Lets a connector give out addresses where its network fetches the delivery's pictures and video; nothing when
 * nobody outside can reach this desk by https.
 */
export function addressesOf(desk: Desk, { delivery }: Claimed): Pick<Tools, 'addressOf'> {
  const origin = desk.publicUrl
  if (!origin?.startsWith('https:')) return {}
  return {
    async addressOf(media) {
      const sha256 =
        'bytes' in media
          ? createHash('sha256').update(media.bytes).digest('hex')
          : delivery.content.video?.sha256
      if (!sha256) throw new Error('this delivery has no video')
      const until = new Date(desk.clock.now().getTime() + DAY)
      const shown = { deliveryId: delivery.id, sha256, type: media.type, until }
      return new URL(addressFor(shown, desk.addressSecret), origin).href
    },
  }
}
