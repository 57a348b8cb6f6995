import type { z } from 'zod'
import { ask, type Reply, type Request } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import type { Failure, Outcome } from '#connectors/_contract/failure.ts'
import { imageRefused, imageTooHeavy, refusedBy, tooLong } from '#connectors/_contract/refusals.ts'
import { messageOf } from '#connectors/_contract/usual-failure.ts'
import { limitsIn, serverOf, tokenOf } from './account.ts'

export const network = 'Mastodon'

export interface Call extends Omit<Request, 'url' | 'json'> {
  /** Path and query. */
  path: string
  /**
   * Sent as a form: every server that speaks this API reads forms, some (snac 2.96) lose what a JSON body
   * nests.
   */
  form?: [name: string, value: string][]
}

/** Calls a server in nobody's name. */
export function call<T>(
  tools: Tools,
  server: string,
  { path, form, headers, ...rest }: Call,
  schema: z.ZodType<T>,
  refusal: (reply: Reply) => Failure | null = () => null,
): Promise<Outcome<T>> {
  const request: Request = { ...rest, url: new URL(path, server), headers: { ...headers } }
  if (form) {
    request.body = new URLSearchParams(form).toString()
    request.headers = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
  }
  return ask(tools, request, { network, schema, refusal })
}

/** Calls the account's server in its name. */
export function callAs<T>(
  tools: Tools,
  account: Account,
  request: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const headers = { ...request.headers, authorization: `Bearer ${tokenOf(account)}` }
  const refusal = (reply: Reply) => refusalOf(reply, request, account)
  return call(tools, serverOf(account), { ...request, headers }, schema, refusal)
}

/** What a server means by its refusals, where HTTP alone does not tell. */
function refusalOf(reply: Reply, request: Call, account: Account): Failure | null {
  const message = messageOf(reply)
  const detail = `${reply.status} ${message}`.trim()
  const lockedOut = /authorized scopes|login is currently disabled|suspended|confirm your e-?mail/i
  if (reply.status === 403 && lockedOut.test(message)) return { kind: 'auth', detail }
  // A bad token, in the words of snac 2.96.
  if (reply.status === 422 && reply.text === '' && (request.method ?? 'GET') === 'GET') {
    return { kind: 'auth', detail: '422 without a word: the token is not known' }
  }
  if (reply.status === 422 && /not finished processing/i.test(message)) {
    return { kind: 'transient', detail }
  }
  if (reply.status !== 422 && reply.status !== 413) return null
  return { kind: 'rejected', detail, ...explain(reply.status, message, account) }
}

function explain(status: number, message: string, account: Account) {
  const limits = limitsIn(account)
  if (/character limit/i.test(message)) {
    return { reason: tooLong(network, limits.textMax), field: 'text' }
  }
  if (status === 413 || /file size/i.test(message)) {
    return { reason: imageTooHeavy(network, limits.imageMaxBytes), field: 'images' }
  }
  if (/content type|processing|could not be/i.test(message)) {
    return { reason: imageRefused(network), field: 'images' }
  }
  return { reason: refusedBy(network, message) }
}
