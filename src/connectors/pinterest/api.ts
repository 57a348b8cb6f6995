import type { z } from 'zod'
import { tokensOf } from '#connectors/_contract/code-grant.ts'
import { ask, parseJson, type Reply, type Request, send } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { messageOf, usualFailure } from '#connectors/_contract/usual-failure.ts'

export const network = 'Pinterest'

export interface Call extends Omit<Request, 'url'> {
  path: string
  query?: Record<string, string>
}

function requestOf(account: Pick<Account, 'secrets'>, { path, query, ...rest }: Call): Request {
  const url = new URL(`https://api.pinterest.com/v5/${path}`)
  if (query) url.search = new URLSearchParams(query).toString()
  const headers = { ...rest.headers, authorization: `Bearer ${tokensOf(account).accessToken}` }
  return { ...rest, url, headers }
}

/** Calls Pinterest in the name of an account. */
export function call<T>(
  tools: Tools,
  account: Pick<Account, 'secrets'>,
  request: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  return ask(tools, requestOf(account, request), { network, schema, refusal })
}

/** The same, and what Pinterest's clock says; null when it does not tell. */
export async function callForTime<T>(
  tools: Tools,
  account: Pick<Account, 'secrets'>,
  request: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<{ value: T; theirNow: Date | null }>> {
  const asked = requestOf(account, request)
  const sent = await send(tools, asked)
  if (!sent.ok) return sent
  const reply = sent.value
  if (reply.status < 200 || reply.status > 299) {
    return failed(refusal(reply) ?? usualFailure(reply, asked, network, tools))
  }
  const parsed = schema.safeParse(parseJson(reply.text))
  if (!parsed.success) return failed({ kind: 'transient', detail: 'unreadable answer' })
  const date = Date.parse(reply.headers.get('date') ?? '')
  return done({ value: parsed.data, theirNow: Number.isNaN(date) ? null : new Date(date) })
}

/** What Pinterest means by its refusals (`code` and `message` of its errors, OpenAPI 5.23). */
function refusal(reply: Reply): Failure | null {
  const words = messageOf(reply)
  const detail = `${reply.status} ${words}`.trim()
  if (reply.status === 403 && /consumer type|trial access|not approved/i.test(words)) {
    return { kind: 'rejected', reason: trialOnly, detail }
  }
  if (reply.status === 403 && /authentication|scope/i.test(words)) return { kind: 'auth', detail }
  if (/board/i.test(words) && (reply.status === 404 || reply.status === 403)) {
    return { kind: 'rejected', reason: noBoard, field: 'options/board', detail }
  }
  if (reply.status === 400 && /image|media/i.test(words)) {
    return { kind: 'rejected', reason: badImage, field: 'images', detail }
  }
  return null
}

export const isGone = (failure: Failure) => failure.detail.startsWith('404')

const trialOnly = {
  en: 'Pinterest has not approved your company’s app for this yet. Ask it for “Standard access” on the page “My apps”.',
  fr: 'Pinterest n’a pas encore approuvé l’application de votre société pour cela. Demandez-lui « Standard access » sur la page « My apps ».',
}

const noBoard = {
  en: 'Pinterest does not find this board, or it is not yours any more. Choose another one.',
  fr: 'Pinterest ne trouve pas ce tableau, ou il n’est plus à vous. Choisissez-en un autre.',
}

const badImage = {
  en: 'Pinterest could not read an image. Save it again as JPEG or PNG.',
  fr: 'Pinterest n’a pas pu lire une image. Enregistrez-la de nouveau en JPEG ou en PNG.',
}
