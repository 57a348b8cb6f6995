import webPush from 'web-push'
import type { Desk } from '#domain/desk.ts'
import { FetchFailure } from '#platform/fetch/fetch.ts'
import { deviceContext } from './devices.ts'
import { vapidKeys } from './keys.ts'
import type { PushDevice } from './tables.ts'

/** What a device shows. It is sealed for that browser alone: the push service carries it without reading it. */
export interface Notice {
  title: string
  body: string
  /** Where it leads, a path of this desk. */
  path: string
  language: string
  /** Notices of the same alert take each other's place on the screen. */
  tag: string
  /** Where they must also take each other's place while the device cannot be reached: 32 characters (RFC 8030, 5.4). */
  topic?: string
}

export interface Posted {
  /**
   * taken: the push service has it. gone: it does not know the device any more. later: it has not taken it, and says it
   * may. refused: it never will. unknown: perhaps it has it.
   */
  outcome: 'taken' | 'gone' | 'later' | 'refused' | 'unknown'
  /** Seconds it asked us to wait. */
  retryAfter: number | null
}

/** A crisis that is told six hours late is no news. */
const TTL_SECONDS = 6 * 3600
const TIMEOUT_MS = 15_000
const MOST_READ = 16 * 1024

/**
 * Sends a notice to the push service of a device: sealed by RFC 8291, signed by RFC 8292, urgent by RFC 8030. The address
 * came from a browser, so that it is as hostile as any: it is reached by the guarded fetch, and what answers is not shown.
 */
export async function postNotice(desk: Desk, device: PushDevice, notice: Notice): Promise<Posted> {
  const { endpoint, body, headers } = await requestFor(desk, device, notice)
  try {
    const { status, headers: said } = await desk.fetch(endpoint, {
      method: 'POST',
      headers,
      body,
      timeoutMs: TIMEOUT_MS,
      maxBytes: MOST_READ,
      redirect: 'manual',
    })
    const wait = Number(said.get('retry-after') ?? Number.NaN)
    return { outcome: outcomeOf(status), retryAfter: Number.isFinite(wait) ? wait : null }
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error
    return { outcome: outcomeOfFailure(error), retryAfter: null }
  }
}

async function requestFor(desk: Desk, device: PushDevice, { topic, ...shown }: Notice) {
  const context = deviceContext(device.id)
  const auth = desk.secrets.open(device.sealedAuth, context)
  const subscription = {
    endpoint: desk.secrets.open(device.sealedEndpoint, context),
    keys: { p256dh: device.publicKey, auth },
  }
  const request = webPush.generateRequestDetails(subscription, JSON.stringify(shown), {
    vapidDetails: { subject: subjectOf(desk), ...(await vapidKeys(desk)) },
    TTL: TTL_SECONDS,
    urgency: 'high',
    contentEncoding: 'aes128gcm',
    ...(topic ? { topic } : {}),
  })
  // The length is the fetch's own to say.
  const headers = Object.entries(request.headers).filter(([name]) => name !== 'Content-Length')
  return {
    endpoint: request.endpoint,
    body: new Uint8Array(request.body ?? []),
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
  }
}

/** Whom a push service may write to about this desk (RFC 8292, 2.1); Apple's refuses names of one's own machine. */
function subjectOf({ publicUrl }: Desk): string {
  return publicUrl?.startsWith('https://') ? publicUrl : 'mailto:desk@vigie.invalid'
}

function outcomeOf(status: number): Posted['outcome'] {
  if (status >= 200 && status < 300) return 'taken'
  if (status === 404 || status === 410) return 'gone'
  return status === 429 || status >= 500 ? 'later' : 'refused'
}

function outcomeOfFailure({ kind, requestSent }: FetchFailure): Posted['outcome'] {
  if (kind === 'bad-url' || kind === 'private-address') return 'refused'
  return requestSent ? 'unknown' : 'later'
}
