import { JetStreamApiError } from '@nats-io/jetstream'
import { AuthorizationError, UserAuthenticationExpiredError } from '@nats-io/transport-node'
import type { Text } from '#platform/text.ts'
import { QueueAway, QueueRefused, type QueueSettings } from '../queue.ts'

export const silent: Text = {
  en: 'NATS does not answer',
  fr: 'NATS ne répond pas',
}

const full: Text = {
  en: 'it is full',
  fr: 'elle est pleine',
}

const notLetIn: Text = {
  en: 'NATS refuses Vigie’s sign-in: see the name and password of VIGIE_NATS_URL, or VIGIE_NATS_CREDS',
  fr: 'NATS refuse l’accès au poste : vérifiez le nom et le mot de passe de VIGIE_NATS_URL, ou VIGIE_NATS_CREDS',
}

const withoutJetStream: Text = {
  en: 'this NATS server keeps nothing: JetStream must be enabled (nats-server -js)',
  fr: 'ce serveur NATS ne garde rien : JetStream doit y être activé (nats-server -js)',
}

const notEncrypted: Text = {
  en: 'this NATS server does not encrypt: set up TLS there, or write nats:// instead of tls:// in VIGIE_NATS_URL',
  fr: 'ce serveur NATS ne chiffre pas : activez-y TLS, ou écrivez nats:// au lieu de tls:// dans VIGIE_NATS_URL',
}

const notTrusted = (why: string): Text => ({
  en: `NATS shows a certificate that Vigie does not trust (${why}): have it renewed or corrected, or name its authority in NODE_EXTRA_CA_CERTS`,
  fr: `NATS présente un certificat auquel le poste ne se fie pas (${why}) : faites-le renouveler ou corriger, ou nommez son autorité dans NODE_EXTRA_CA_CERTS`,
})

/** What is wrong with a certificate. Source: Node’s `tls`, “X509 certificate error codes”, read 2026-11-26. */
const certificateCode = /CERT|CRL|ISSUER|SIGNATURE|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH/

/**
 * Codes by which JetStream says that there is no room, for the account (10002, 10122) or on the server (10023, 10028, 10047);
 * that it could not store a message, for a reason told in words only (10077); and that it is not enabled.
 * Source: `server/errors.json` of nats-server, read 2026-11-26.
 */
const noRoom = new Set([10002, 10023, 10028, 10047, 10122])
const notStored = 10077
const notEnabled = new Set([10035, 10039, 10076])

/** What a person must change, where that is what is wrong. */
export function refusalOf(error: unknown, settings: QueueSettings): QueueRefused | undefined {
  if (error instanceof QueueRefused) return error
  const cause = error instanceof Error ? error.cause : undefined
  for (const one of [error, cause]) {
    if (one instanceof AuthorizationError || one instanceof UserAuthenticationExpiredError) {
      return new QueueRefused(notLetIn, error)
    }
    const { code } = (one ?? {}) as { code?: unknown }
    if (typeof code === 'string' && certificateCode.test(code)) {
      return new QueueRefused(notTrusted(code), error)
    }
    // The client has no other name for it.
    if (one instanceof Error && /does not support 'tls'/.test(one.message)) {
      return new QueueRefused(notEncrypted, error)
    }
    const isOff = one instanceof Error && one.name === 'JetStreamNotEnabled'
    if (isOff || (one instanceof JetStreamApiError && notEnabled.has(one.code))) {
      return new QueueRefused(withoutJetStream, error)
    }
    if (one instanceof JetStreamApiError && noRoom.has(one.code)) {
      return new QueueRefused(tooLittleRoom(settings), error)
    }
  }
  return undefined
}

/** Why something could not be put in. */
export function awayFor(error: unknown): QueueAway {
  if (error instanceof QueueAway) return error
  const isFull =
    error instanceof JetStreamApiError &&
    (noRoom.has(error.code) || (error.code === notStored && /maximum/.test(error.message)))
  return new QueueAway(isFull ? full : silent, error)
}

function tooLittleRoom({ maxBytes, stream }: QueueSettings): Text {
  const megabytes = Math.round(maxBytes / 1e6)
  return {
    en: `NATS has no room for the ${megabytes} MB of the stream “${stream}”: give it more, or lower VIGIE_NATS_MAX_MB`,
    fr: `NATS n’a pas la place des ${megabytes} Mo du flux « ${stream} » : donnez-lui-en davantage, ou baissez VIGIE_NATS_MAX_MB`,
  }
}
