import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'
import { mailingsDouble } from '#connectors/_contract/suite/mailings-double.ts'
import type { Clock } from '#platform/clock.ts'
import { ovhDouble } from './double-ovh.ts'

export const ourSid = `AC${'0a'.repeat(16)}`
export const ourToken = 'jeton-bien-secret'

export interface Taken {
  to: string
  from: string
  words: string
}

export interface SmsDouble extends NetworkDouble {
  /** What the gateways took, in order. */
  taken: Taken[]
  /** Numbers whose owner answered STOP. */
  stopped: Set<string>
  /** What is left of the account at OVHcloud. */
  credits: { left: number }
}

/**
 * Twilio and OVHcloud, and the desk's ledger of letters, in memory. Twilio's answers have the shapes of
 * https://www.twilio.com/docs/messaging/api/message-resource, https://www.twilio.com/docs/iam/api/account and
 * https://www.twilio.com/docs/usage/twilios-response (read 2026-11-25), cut to what is read of them.
 */
export function smsDouble(clock: Clock): SmsDouble {
  const taken: Taken[] = []
  const stopped = new Set<string>()
  const credits = { left: 100 }
  const ledger = mailingsDouble(clock)
  const ovh = ovhDouble(clock, taken, stopped, credits)
  return {
    taken,
    stopped,
    credits,
    fetch: async (address, init = {}) => {
      const url = new URL(address)
      const request = { ...init, url, body: typeof init.body === 'string' ? init.body : '' }
      return url.host === 'eu.api.ovh.com' ? ovh(request) : twilio(request, taken, stopped)
    },
    mailings: ledger.mailings,
    published: ledger.published,
  }
}

export interface Heard {
  url: URL
  method?: string
  headers?: Record<string, string>
  body: string
}

const account = { sid: ourSid, friendly_name: 'Atelier Morel', status: 'active', type: 'Full' }

function twilio({ url, headers, body }: Heard, taken: Taken[], stopped: Set<string>): Response {
  const keys = Buffer.from(`${ourSid}:${ourToken}`).toString('base64')
  if (headers?.['authorization'] !== `Basic ${keys}`) return refusal(401, 20003, 'Authenticate')
  const base = `/2010-04-01/Accounts/${ourSid}`
  if (url.pathname === `${base}.json`) return Response.json(account)
  if (url.pathname !== `${base}/Messages.json`) return refusal(404, 20404, 'Not found')
  const form = new URLSearchParams(body)
  const to = form.get('To') ?? ''
  const from = form.get('From') ?? form.get('MessagingServiceSid') ?? ''
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return refusal(400, 21211, `Invalid 'To' Phone Number: ${to}`)
  if (stopped.has(to)) return refusal(400, 21610, 'Attempt to send to unsubscribed recipient')
  taken.push({ to, from, words: form.get('Body') ?? '' })
  const sid = `SM${String(taken.length).padStart(32, '0')}`
  return Response.json({ sid, status: 'queued', to, num_segments: '1' }, { status: 201 })
}

const refusal = (status: number, code: number, message: string) =>
  Response.json(
    { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
    { status },
  )
