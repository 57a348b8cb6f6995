import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Seals what must not be readable in the database: network tokens, app keys. */
export interface Secrets {
  /**
   * @param context what it belongs to, such as `channel:<id>`: it opens nowhere else
   */
  seal(plaintext: string, context: string): string
  /** @throws SealBroken when it was changed, moved to another context, or its key is missing */
  open(sealed: string, context: string): string
  /** Whether it was sealed with the current key; key rotation seals the others again. */
  isCurrent(sealed: string): boolean
}

/** A sealed text that cannot be opened. The message never holds any of it. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

interface Key {
  id: string
  bytes: Buffer
}

const VERSION = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D, section 8.2.2: at most 2^32 seals by
 * key). A sealed text reads `v1.<key id>.<nonce, ciphertext and tag in base64url>`; the version,
 * the key's id and the context are authenticated with it.
 * @param keys 32 bytes each; the first seals, all open
 */
export function createSecrets(keys: readonly [Buffer, ...Buffer[]]): Secrets {
  const current = keyFrom(keys[0])
  const known = new Map([current, ...keys.slice(1).map(keyFrom)].map((key) => [key.id, key]))
  return {
    seal: (plaintext, context) => seal(current, plaintext, context),
    open: (sealed, context) => {
      const [version, id = '', body = '', ...rest] = sealed.split('.')
      if (version !== VERSION || rest.length > 0) throw new SealBroken('not a sealed text')
      const key = known.get(id)
      if (!key) throw new SealBroken(`sealed with key ${id}, which this desk does not have`)
      return unseal(key, Buffer.from(body, 'base64url'), context)
    },
    isCurrent: (sealed) => sealed.startsWith(`${VERSION}.${current.id}.`),
  }
}

/**
 * A key of 32 bytes for one purpose, from the desk's own (HKDF-SHA-256, RFC 5869). Different
 * purposes get unrelated keys.
 */
export function deriveKey(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, '', `vigie ${purpose}`, 32))
}

function keyFrom(master: Buffer): Key {
  if (master.length !== 32) throw new RangeError(`a key has 32 bytes, this one ${master.length}`)
  const id = deriveKey(master, 'key id').subarray(0, 6).toString('base64url')
  return { id, bytes: deriveKey(master, 'seal') }
}

function seal(key: Key, plaintext: string, context: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key.bytes, iv)
  cipher.setAAD(boundTo(key, context))
  const parts = [iv, cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]
  return `${VERSION}.${key.id}.${Buffer.concat(parts).toString('base64url')}`
}

function unseal(key: Key, body: Buffer, context: string): string {
  if (body.length < IV_BYTES + TAG_BYTES) throw new SealBroken('a sealed text was cut short')
  const options = { authTagLength: TAG_BYTES }
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, body.subarray(0, IV_BYTES), options)
  decipher.setAAD(boundTo(key, context))
  decipher.setAuthTag(body.subarray(-TAG_BYTES))
  const opened = decipher.update(body.subarray(IV_BYTES, -TAG_BYTES))
  try {
    return Buffer.concat([opened, decipher.final()]).toString('utf8')
  } catch {
    throw new SealBroken(`a sealed text was changed, or does not belong to ${context}`)
  }
}

function boundTo(key: Key, context: string): Buffer {
  return Buffer.from(`${VERSION}.${key.id}.${context}`)
}
