import type { Heard, Taken } from './double-gateway.ts'

export const ourSid = `AC${'0a'.repeat(16)}`
export const ourToken = 'jeton-bien-secret'

const account = { sid: ourSid, friendly_name: 'Atelier Morel', status: 'active', type: 'Full' }

/**
 * Twilio in memory, with the shapes of https://www.twilio.com/docs/messaging/api/message-resource,
 * https://www.twilio.com/docs/iam/api/account and https://www.twilio.com/docs/usage/twilios-response (read 2026-11-25), cut
 * to what is read of them.
 */
export function twilioDouble(
  { url, headers, body }: Heard,
  taken: Taken[],
  stopped: Set<string>,
): Response {
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
