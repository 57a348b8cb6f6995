import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { signingKeyFrom } from './signing-key.ts'

const SECRET = 'a secret of the desk, for tests'

test('the same secret and purpose give the same key; another secret or purpose another one', async () => {
  const [first, again, otherPurpose, otherSecret] = await Promise.all([
    signingKeyFrom(SECRET, 'market'),
    signingKeyFrom(SECRET, 'market'),
    signingKeyFrom(SECRET, 'fair'),
    signingKeyFrom('another secret', 'market'),
  ])
  expect(again.publicJwk).toEqual(first.publicJwk)
  expect(new Set([first, otherPurpose, otherSecret].map(({ kid }) => kid)).size).toBe(3)
})

test('what it signs is verified by what is published of it, which holds nothing private', async () => {
  const { privateKey, publicJwk, kid } = await signingKeyFrom(SECRET, 'market')
  const words = Buffer.from('Je suis ce poste')
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  const signature = new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, words))
  const key = createPublicKey({ key: { ...publicJwk }, format: 'jwk' })
  const told = { key, dsaEncoding: 'ieee-p1363' } as const
  expect(verify('sha256', words, told, signature)).toBe(true)
  expect(verify('sha256', Buffer.from('Je suis un autre'), told, signature)).toBe(false)
  expect(Object.keys(publicJwk)).not.toContain('d')
  expect(publicJwk.kid).toBe(kid)
  await expect(crypto.subtle.exportKey('jwk', privateKey)).rejects.toThrow()
})
