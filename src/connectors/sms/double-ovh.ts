import type { Clock } from '#platform/clock.ts'
import type { Heard, Taken } from './double-gateway.ts'
import { signature } from './ovh.ts'

export const ourKeys = {
  applicationKey: 'cle-application',
  applicationSecret: 'secret-application',
  consumerKey: 'cle-consommateur',
}

/**
 * OVHcloud's API of SMS in memory: shapes of https://docs.ovhcloud.com/en/guides/web-cloud/messaging/sms/api-sms-cookbook
 * and of its guide of sending by PHP; errors as https://github.com/ovh/python-ovh reads them (all read 2026-11-25).
 */
export function ovhDouble(
  clock: Clock,
  taken: Taken[],
  stopped: Set<string>,
  credits: { left: number },
) {
  const service = { name: 'sms-ab1-1', description: 'Atelier Morel', status: 'enable' }
  return ({ url, method = 'GET', headers, body }: Heard): Response => {
    const now = Math.floor(clock.now().getTime() / 1000)
    const path = url.pathname.replace('/1.0', '')
    if (path === '/auth/time') return Response.json(now)
    const at = Number(headers?.['x-ovh-timestamp'])
    const expected = signature(ourKeys, { method, url: url.href, body, at })
    if (headers?.['x-ovh-consumer'] !== ourKeys.consumerKey) {
      return refusal(403, 'INVALID_CREDENTIAL', 'This credential is not valid')
    }
    if (headers['x-ovh-signature'] !== expected['x-ovh-signature'] || Math.abs(at - now) > 30) {
      return refusal(400, 'INVALID_SIGNATURE', 'Invalid signature')
    }
    if (path === '/sms/sms-ab1-1') return Response.json({ ...service, creditsLeft: credits.left })
    if (path === '/sms/sms-ab1-1/senders') return Response.json(['Morel'])
    if (path === '/sms/sms-ab1-1/blacklists') {
      return Response.json([...stopped].map((number) => number.replace('+', '00')))
    }
    if (path !== '/sms/sms-ab1-1/jobs' || method !== 'POST') {
      return refusal(404, 'NOT_FOUND', 'This service does not exist')
    }
    const { receivers, message, sender } = JSON.parse(body) as Record<string, string>
    const [to = ''] = receivers ?? ''
    const isValid = /^\+[1-9]\d{6,14}$/.test(to)
    if (isValid) taken.push({ to, from: sender ?? '', words: message ?? '' })
    return Response.json({
      ids: isValid ? [taken.length] : [],
      validReceivers: isValid ? [to] : [],
      invalidReceivers: isValid ? [] : [to],
      totalCreditsRemoved: isValid ? 1 : 0,
    })
  }
}

const refusal = (status: number, errorCode: string, message: string) =>
  Response.json({ errorCode, httpCode: String(status), message }, { status })
