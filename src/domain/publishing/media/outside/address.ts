import { createHmac, timingSafeEqual } from 'node:crypto'

/** What stands behind an address that a network is given: exactly these bytes, for this delivery, until then. */
export interface Shown {
  deliveryId: string
  sha256: string
  type: string
  until: Date
}

/** By the ending of the address: networks look at it as well as at the type. */
const types: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
}

/**
 * The path of an address, signed with the desk's key (HMAC-SHA-256): nobody makes one up, and one that was changed
 * leads nowhere.
 * @throws Error for a type that no network is sent
 */
export function addressFor({ deliveryId, sha256, type, until }: Shown, secret: string): string {
  const ending = Object.keys(types).find((one) => types[one] === type)
  if (!ending) throw new Error(`no address is given for ${type}`)
  const body = Buffer.alloc(52)
  body.write(deliveryId.replaceAll('-', ''), 0, 'hex')
  body.write(sha256, 16, 'hex')
  body.writeUInt32BE(Math.floor(until.getTime() / 1000), 48)
  const signed = body.toString('base64url')
  return `/m/${signed}.${signatureOf(signed, ending, secret)}.${ending}`
}

/** What an address shows; null when it was not made here, was changed, or its day is over. */
export function readAddress(
  address: string,
  secret: string,
  now: Date,
): Pick<Shown, 'sha256' | 'type'> | null {
  const [, signed = '', signature = '', ending = ''] =
    /^([\w-]{70})\.([\w-]{43})\.([a-z\d]{3,4})$/.exec(address) ?? []
  const type = types[ending]
  // Compared as they are written: two writings of the same bytes are not one address.
  const expected = Buffer.from(signatureOf(signed, ending, secret))
  if (!type || !timingSafeEqual(Buffer.from(signature), expected)) return null
  const body = Buffer.from(signed, 'base64url')
  if (body.readUInt32BE(48) * 1000 <= now.getTime()) return null
  return { sha256: body.toString('hex', 16, 48), type }
}

const signatureOf = (signed: string, ending: string, secret: string) =>
  createHmac('sha256', secret).update(`${signed}.${ending}`).digest('base64url')
