import type { z } from 'zod'
import { tokensOf } from '#connectors/_contract/code-grant.ts'
import { ask, type Reply, type Request } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import type { Failure, Outcome } from '#connectors/_contract/failure.ts'
import { parentGone } from '#connectors/_contract/refusals.ts'
import { messageOf } from '#connectors/_contract/usual-failure.ts'

export const network = 'X'

export interface Call extends Omit<Request, 'url'> {
  path: string
  query?: Record<string, string>
}

/** Calls X in the name of an account. */
export function call<T>(
  tools: Tools,
  account: Pick<Account, 'secrets'>,
  { path, query, ...rest }: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const url = new URL(path, 'https://api.x.com')
  if (query) url.search = new URLSearchParams(query).toString()
  const headers = { ...rest.headers, authorization: `Bearer ${tokensOf(account).accessToken}` }
  return ask(tools, { ...rest, url, headers }, { network, schema, refusal })
}

/** What X means by its refusals (docs.x.com/x-api/fundamentals/response-codes-and-errors, read 2026-11-25). */
function refusal(reply: Reply): Failure | null {
  const words = messageOf(reply)
  const detail = `${reply.status} ${words}`.trim()
  if (reply.status === 402) return { kind: 'rejected', reason: noCredit, detail }
  if (reply.status !== 403) return null
  if (/suspended|temporarily locked|not permitted to access this/i.test(words)) {
    return { kind: 'auth', detail }
  }
  if (/duplicate content/i.test(words)) {
    return { kind: 'rejected', reason: saidAlready, field: 'text', detail }
  }
  if (/video longer/i.test(words)) {
    return { kind: 'rejected', reason: tooLongVideo, field: 'video', detail }
  }
  if (/deleted or not visible/i.test(words)) {
    return { kind: 'rejected', reason: parentGone(network), detail }
  }
  if (/reply to this conversation|not been mentioned|summoned/i.test(words)) {
    return { kind: 'rejected', reason: notSummoned, detail }
  }
  return null
}

/** X refused a post because it has the same words already: perhaps ours, of a moment ago. */
export const isDuplicate = (failure: Failure) => /^403 .*duplicate content/i.test(failure.detail)

/** Is what was asked for gone? */
export const isGone = (failure: Failure) => failure.detail.startsWith('404')

const noCredit = {
  en: 'Your company has no credit left with X. Buy some in X’s Developer Console, then send again.',
  fr: 'Votre société n’a plus de crédit chez X. Achetez-en dans la Developer Console de X, puis renvoyez.',
}

const saidAlready = {
  en: 'X does not publish the same words twice. Change the text.',
  fr: 'X ne publie pas deux fois les mêmes mots. Modifiez le texte.',
}

const tooLongVideo = {
  en: 'The video lasts longer than X allows this account. Shorten it.',
  fr: 'La vidéo dure plus longtemps que X ne le permet à ce compte. Raccourcissez-la.',
}

const notSummoned = {
  en: 'X lets an app answer only those who mentioned or quoted this account. Answer on X itself.',
  fr: 'X ne laisse une application répondre qu’à ceux qui ont mentionné ou cité ce compte. Répondez sur X directement.',
}
