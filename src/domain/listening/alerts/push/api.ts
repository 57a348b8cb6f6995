import { ECDH } from 'node:crypto'
import { z } from 'zod'
import { id, instant } from '#platform/http/shapes.ts'

export const deviceView = z.object({
  id,
  /** Browser and system, as the browser told them. */
  name: z.string(),
  createdAt: instant,
  /** When the push service last took a notice for it. */
  lastSentAt: instant.nullable(),
  /** Tells a browser which of the devices it is: SHA-256 of the endpoint, in base64url. */
  fingerprint: z.string(),
})
export type DeviceView = z.infer<typeof deviceView>

export const devicesView = z.object({
  /** What a browser subscribes with (RFC 8292): the desk's public key, in base64url. */
  key: z.string(),
  devices: z.array(deviceView),
})
export type DevicesView = z.infer<typeof devicesView>

/** A browser's subscription, as `PushSubscription.toJSON()` writes it, and what to call the device. */
export const subscriptionInput = z.object({
  name: z.string().trim().min(1).max(80),
  endpoint: z.url({ protocol: /^https$/ }).max(1000),
  keys: z.object({
    p256dh: z.string().refine(isPoint, {
      params: {
        text: {
          en: 'This is not a public key on the curve P-256.',
          fr: 'Ce n’est pas une clé publique de la courbe P-256.',
        },
      },
    }),
    /** 16 bytes (RFC 8291, 3.2). */
    auth: z.string().regex(/^[\w-]{22}$/),
  }),
})
export type SubscriptionInput = z.infer<typeof subscriptionInput>

export const tried = z.object({
  /** taken: the push service has it. gone: it no longer knows the device, which is therefore removed. */
  outcome: z.enum(['taken', 'gone', 'refused', 'unreachable']),
})
export type Tried = z.infer<typeof tried>

/** An uncompressed point of 65 bytes that lies on the curve: anything else would fail when a notice is sealed for it. */
function isPoint(text: string): boolean {
  if (!/^[\w-]{87}$/.test(text)) return false
  try {
    const bytes = Buffer.from(text, 'base64url')
    return bytes[0] === 4 && ECDH.convertKey(bytes, 'prime256v1').length === 65
  } catch {
    return false
  }
}
