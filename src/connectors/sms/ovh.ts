import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ask, parseJson, type Reply } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import type { OvhSettings } from './account.ts'
import type { Gateway } from './gateway.ts'
import { partsOf } from './text.ts'

const network = 'OVHcloud'
const origin = 'https://eu.api.ovh.com/1.0'

const serviceSchema = z.object({
  name: z.string(),
  description: z.string().nullish(),
  creditsLeft: z.number(),
})
const numbersSchema = z.array(z.string())
const jobSchema = z.object({ validReceivers: numbersSchema, invalidReceivers: numbersSchema })

/** Where OVHcloud names the reason (https://github.com/ovh/python-ovh, read 2026-11-25): what a person signs again. */
const ofTheKeys = new Set([
  'INVALID_KEY',
  'INVALID_CREDENTIAL',
  'NOT_CREDENTIAL',
  'NOT_GRANTED_CALL',
])

/** OVHcloud's SMS, by keys made for one company (https://docs.ovhcloud.com, "API SMS Cookbook", read 2026-11-25). */
export function ovhGateway(
  tools: Tools,
  { service, sender }: OvhSettings,
  secrets: Record<string, string>,
): Gateway {
  const base = `${origin}/sms/${encodeURIComponent(service)}`
  return {
    async look() {
      const call = await opened(tools, secrets)
      if (!call.ok) return call
      const there = await call.value({ url: base }, serviceSchema)
      if (!there.ok) return there
      const senders = await call.value({ url: `${base}/senders` }, numbersSchema)
      if (!senders.ok) return senders
      if (!senders.value.includes(sender)) return rejected('sender', unknownSender(senders.value))
      const { name, description } = there.value
      return done({ name: description || name, url: 'https://www.ovh.com/manager/#/sms' })
    },
    async open() {
      const call = await opened(tools, secrets)
      if (!call.ok) return call
      const there = await call.value({ url: base }, serviceSchema)
      if (!there.ok) return there
      if (there.value.creditsLeft <= 0) {
        return failed({ kind: 'transient', detail: 'no credits are left at OVHcloud' })
      }
      const stopped = await call.value({ url: `${base}/blacklists` }, numbersSchema)
      if (!stopped.ok) return stopped
      const left = new Set(stopped.value.map(digits))
      return done(async (to, words) => {
        if (left.has(digits(to))) return rejected('to', answeredStop)
        const json = {
          sender,
          receivers: [to],
          message: words,
          charset: 'UTF-8',
          coding: partsOf(words).alphabet === 'gsm' ? '7bit' : '8bit',
          noStopClause: false,
          senderForResponse: false,
        }
        const request = { url: `${base}/jobs`, method: 'POST', json, publishes: true } as const
        const sent = await call.value(request, jobSchema)
        if (!sent.ok) return sent
        return sent.value.validReceivers.length > 0 ? done(null) : rejected('to', notTaken)
      })
    },
  }
}

interface Call {
  url: string
  method?: 'GET' | 'POST'
  json?: unknown
  publishes?: boolean
}

type Signed = <T>(call: Call, schema: z.ZodType<T>) => Promise<Outcome<T>>

/** Signs by the clock of OVHcloud, for it refuses what ours may say. */
async function opened(tools: Tools, secrets: Record<string, string>): Promise<Outcome<Signed>> {
  const time = await ask(tools, { url: `${origin}/auth/time` }, { network, schema: z.number() })
  if (!time.ok) return time
  const seconds = () => Math.floor(tools.clock.now().getTime() / 1000)
  const ahead = time.value - seconds()
  return done(({ url, method = 'GET', json, publishes = false }, schema) => {
    const body = json === undefined ? '' : JSON.stringify(json)
    const headers = {
      ...(body ? { 'content-type': 'application/json; charset=utf-8' } : {}),
      ...signature(secrets, { method, url, body, at: seconds() + ahead }),
    }
    const request = { url, method, headers, publishes, ...(body ? { body } : {}) }
    return ask(tools, request, { network, schema, refusal })
  })
}

/** As https://docs.ovhcloud.com ("First steps with the OVHcloud API") has it, read 2026-11-25. */
export function signature(
  secrets: Record<string, string>,
  { method, url, body, at }: { method: string; url: string; body: string; at: number },
): Record<string, string> {
  const { applicationKey = '', applicationSecret = '', consumerKey = '' } = secrets
  const signed = [applicationSecret, consumerKey, method, url, body, at].join('+')
  return {
    'x-ovh-application': applicationKey,
    'x-ovh-consumer': consumerKey,
    'x-ovh-timestamp': String(at),
    'x-ovh-signature': `$1$${createHash('sha1').update(signed).digest('hex')}`,
  }
}

function refusal(reply: Reply): Failure | null {
  const said = z
    .object({ errorCode: z.string().optional(), message: z.string().default('') })
    .safeParse(parseJson(reply.text))
  if (!said.success || reply.status >= 500) return null
  const { errorCode = '', message } = said.data
  const isKeys = ofTheKeys.has(errorCode) || /invalid signature/i.test(message)
  return isKeys ? { kind: 'auth', detail: `${reply.status} ${errorCode} ${message}`.trim() } : null
}

/** `+33…`, `0033…` and `33…` are one number. */
const digits = (number: string) => number.replace(/\D/g, '').replace(/^00/, '')

const answeredStop = {
  en: 'This person answered STOP.',
  fr: 'Cette personne a répondu STOP.',
}

const notTaken = {
  en: 'OVHcloud takes no message for this number.',
  fr: 'OVHcloud n’accepte pas de message pour ce numéro.',
}

const unknownSender = (senders: string[]) => ({
  en: `OVHcloud knows no such sender of yours. Those it knows: ${senders.join(', ') || 'none; declare one first'}.`,
  fr: `OVHcloud ne vous connaît pas cet expéditeur. Ceux qu’il connaît : ${senders.join(', ') || 'aucun ; déclarez-en un d’abord'}.`,
})
