import { createHash } from 'node:crypto'
import {
  allowInsecureRequests,
  clockSkew,
  customFetch,
  DPoP,
  type DPoPHandle,
  generateKeyPair,
  isDPoPNonceError,
  protectedResourceRequest,
  WWWAuthenticateChallengeError,
} from 'oauth4webapi'
import type { Tools } from './connector.ts'

// Access that is good only with a proof by a key of ours (DPoP, RFC 9449).

/** A new key for one connection (ES256), as text: a secret, kept with the tokens that are bound to it. */
export async function newProofKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return JSON.stringify(await crypto.subtle.exportKey('jwk', privateKey))
}

/** The nonces that servers gave for our keys live as long as the process: asking anew costs one request. */
const handles = new Map<string, Promise<DPoPHandle>>()
const MOST_HANDLES = 200

/** What signs the proofs of a key, by the desk's own clock. @throws when the text is no key */
export function proofsBy(tools: Pick<Tools, 'clock'>, proofKey: string): Promise<DPoPHandle> {
  const name = createHash('sha256').update(proofKey).digest('base64url')
  const known = handles.get(name)
  if (known) return known
  const skew = Math.round((tools.clock.now().getTime() - Date.now()) / 1000)
  const handle = handleOf(proofKey, skew)
  handles.set(name, handle)
  const [oldest] = handles.keys()
  if (handles.size > MOST_HANDLES && oldest) handles.delete(oldest)
  return handle
}

async function handleOf(proofKey: string, skew: number): Promise<DPoPHandle> {
  const { d, ...open } = JSON.parse(proofKey) as JsonWebKey
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const read = (jwk: JsonWebKey, extractable: boolean, uses: ['sign' | 'verify']) =>
    crypto.subtle.importKey('jwk', { ...jwk, key_ops: uses }, algorithm, extractable, uses)
  const keys = {
    privateKey: await read({ ...open, ...(d ? { d } : {}) }, false, ['sign']),
    publicKey: await read(open, true, ['verify']),
  }
  return DPoP({ [clockSkew]: skew }, keys)
}

/**
 * The desk's fetch, each request with the token and a proof for it. Where the server wants a nonce of its own, it is
 * asked once more with it: a request that was refused for its nonce did nothing, so no post is ever in doubt for it.
 */
export function provenFetch(
  tools: Pick<Tools, 'fetch' | 'clock'>,
  token: string,
  proofKey: string,
): Tools['fetch'] {
  return async (address, init = {}) => {
    const url = new URL(address)
    const handle = await proofsBy(tools, proofKey)
    const send = () =>
      protectedResourceRequest(token, init.method ?? 'GET', url, new Headers(init.headers), null, {
        DPoP: handle,
        // The body is ours to send: the library takes no files, and the proof does not cover it.
        [customFetch]: (_, { headers }) =>
          tools.fetch(url, { ...init, headers: { ...headers }, redirect: 'manual' }),
        [allowInsecureRequests]: url.protocol === 'http:' && init.allowHttp === true,
      })
    try {
      return await send()
    } catch (error) {
      if (!isDPoPNonceError(error)) return refusalIn(error)
      return send().catch(refusalIn)
    }
  }
}

/** What the server answered, where the library makes an error of it. */
function refusalIn(error: unknown): Response {
  if (error instanceof WWWAuthenticateChallengeError) return error.response
  throw error
}
