import { z } from 'zod'
import { ask, type Reply } from '#connectors/_contract/ask.ts'
import type { Image, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, type Outcome } from '#connectors/_contract/failure.ts'
import { imageTooHeavy } from '#connectors/_contract/refusals.ts'
import { messageOf } from '#connectors/_contract/usual-failure.ts'
import type { Identity } from './account.ts'
import { kinds, secondsOf, sign } from './event.ts'
import { maxImageBytes } from './limits.ts'
import { hashOf } from './note.ts'

const extensions: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
}

/**
 * Where a picture will be found on a Blossom server: by its hash (BUD-01, read 2026-11-25), so that the address is
 * known before it is there and never changes between attempts.
 */
export function addressFor({ mediaServer = '' }: Identity, { bytes, type }: Image): string {
  const extension = extensions[type]
  return `${mediaServer}/${hashOf(bytes)}${extension ? `.${extension}` : ''}`
}

/**
 * Uploads a picture where an event says it is (BUD-02, read 2026-11-25); one that is there already stays as it is.
 * @param address of the picture: the account may have another media server since
 */
export async function upload(
  tools: Tools,
  { secret }: Identity,
  { bytes, type }: Image,
  address: string,
): Promise<Outcome<null>> {
  const { origin: server, host } = new URL(address)
  const hash = hashOf(bytes)
  const now = secondsOf(tools.clock.now())
  const permit = sign(secret, {
    kind: kinds.mediaAuth,
    // The server refuses a permit of the future, and its clock may be behind ours.
    created_at: now - 300,
    tags: [
      ['t', 'upload'],
      ['x', hash],
      ['expiration', String(now + 900)],
    ],
    content: 'Upload an image',
  })
  const authorization = `Nostr ${Buffer.from(JSON.stringify(permit)).toString('base64')}`
  const answer = await ask(
    tools,
    {
      url: `${server}/upload`,
      method: 'PUT',
      headers: { authorization, 'content-type': type },
      body: bytes,
      timeoutMs: 60_000,
    },
    {
      network: host,
      schema: z.object({ sha256: z.literal(hash) }),
      refusal: (reply) => refusal(reply, host),
    },
  )
  return answer.ok ? done(null) : answer
}

/** The access to a media server is no access to Nostr: its refusals do not disconnect the account. */
function refusal(reply: Reply, host: string): Failure | null {
  const words = reply.headers.get('x-reason') ?? messageOf(reply)
  const detail = `${host}: ${reply.status} ${words}`
  if (reply.status === 413) {
    return { kind: 'rejected', field: 'images', reason: imageTooHeavy(host, maxImageBytes), detail }
  }
  if (![401, 402, 403].includes(reply.status)) return null
  const why = words === '' ? { en: '', fr: '' } : { en: `: “${words}”`, fr: ` : « ${words} »` }
  const reason = {
    en: `The media server ${host} does not take images from this account${why.en}. Choose another one, or register this account there.`,
    fr: `Le serveur de médias ${host} n’accepte pas les images de ce compte${why.fr}. Choisissez-en un autre, ou inscrivez-y ce compte.`,
  }
  return { kind: 'rejected', field: 'images', reason, detail }
}
