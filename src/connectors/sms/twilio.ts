import { z } from 'zod'
import { ask, parseJson, type Reply, type Request } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { refusedBy } from '#connectors/_contract/refusals.ts'
import { senderKind, type TwilioSettings } from './account.ts'
import type { Gateway } from './gateway.ts'

const network = 'Twilio'
const minute = 60_000

const accountSchema = z.object({ sid: z.string(), friendly_name: z.string(), status: z.string() })
const messageSchema = z.object({ sid: z.string() })
const errorSchema = z.object({ code: z.number(), message: z.string().default('') })

/**
 * Codes that Twilio gives of the number written to (https://www.twilio.com/docs/api/errors, read 2026-11-25): not a number,
 * not one for messages, one whose owner answered STOP, a landline.
 */
const ofTheNumber = new Set([21211, 21214, 21610, 21614, 21635])
const QUEUE_FULL = 21611

/** Twilio's Messages resource, with the keys of an account (https://www.twilio.com/docs/messaging/api/message-resource). */
export function twilioGateway(
  tools: Tools,
  { sid, sender }: TwilioSettings,
  secrets: Record<string, string>,
): Gateway {
  const base = `https://api.twilio.com/2010-04-01/Accounts/${encodeURIComponent(sid)}`
  const keys = Buffer.from(`${sid}:${secrets['authToken'] ?? ''}`).toString('base64')
  const asked = <T>(request: Request, schema: z.ZodType<T>): Promise<Outcome<T>> =>
    ask(
      tools,
      { ...request, headers: { authorization: `Basic ${keys}`, ...request.headers } },
      { network, schema, refusal: (reply) => refusalOf(tools, reply) },
    )
  const account = () => asked({ url: `${base}.json` }, accountSchema)

  return {
    async look() {
      const there = await account()
      if (!there.ok) return there
      return done({ name: there.value.friendly_name, url: 'https://console.twilio.com/' })
    },
    async open() {
      const there = await account()
      if (!there.ok) return there
      const { status } = there.value
      if (status !== 'active') return failed({ kind: 'transient', detail: `account ${status}` })
      return done(async (to, words) => {
        const from = senderKind(sender) === 'service' ? 'MessagingServiceSid' : 'From'
        const sent = await asked(
          {
            url: `${base}/Messages.json`,
            method: 'POST',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams({ To: to, [from]: sender, Body: words }).toString(),
            publishes: true,
          },
          messageSchema,
        )
        return sent.ok ? done(null) : sent
      })
    },
  }
}

function refusalOf(tools: Tools, reply: Reply): Failure | null {
  const said = errorSchema.safeParse(parseJson(reply.text))
  // Of a server in trouble nobody knows whether it took the message.
  if (!said.success || reply.status >= 500) return null
  const { code, message } = said.data
  const detail = `${code} ${message}`.slice(0, 300)
  if (code === QUEUE_FULL) {
    return { kind: 'rate', until: new Date(tools.clock.now().getTime() + minute), detail }
  }
  if (!ofTheNumber.has(code)) return null
  return { kind: 'rejected', field: 'to', reason: refusedBy(network, message), detail }
}
