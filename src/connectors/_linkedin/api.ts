import { z } from 'zod'
import { tokensOf } from '#connectors/_contract/code-grant.ts'
import { parseJson, type Reply, type Request, send } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { messageOf, usualFailure } from '#connectors/_contract/usual-failure.ts'

export const network = 'LinkedIn'

/**
 * Every month has a version, good for a year at least (learn.microsoft.com/en-us/linkedin/marketing/versioning,
 * read 2026-11-25). This one ends in July 2027 at the earliest.
 */
const version = '202607'

export interface Call extends Omit<Request, 'url'> {
  /** Path and query, as LinkedIn writes them: `List(…)` is not escaped, what is in it is. */
  path: string
}

/** An answer with the id that LinkedIn gives in a header to what it has just made. */
interface Answer<T> {
  value: T
  madeId: string | null
}

/** Calls LinkedIn in the name of whoever allowed us. */
export async function call<T>(
  tools: Tools,
  account: Pick<Account, 'secrets'>,
  request: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const answer = await callForId(tools, account, request, schema)
  return answer.ok ? done(answer.value.value) : answer
}

export async function callForId<T>(
  tools: Tools,
  account: Pick<Account, 'secrets'>,
  { path, ...rest }: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<Answer<T>>> {
  const request: Request = {
    ...rest,
    url: `https://api.linkedin.com/rest/${path}`,
    headers: {
      ...rest.headers,
      authorization: `Bearer ${tokensOf(account).accessToken}`,
      'linkedin-version': version,
      'x-restli-protocol-version': '2.0.0',
    },
  }
  const sent = await send(tools, request)
  if (!sent.ok) return sent
  const reply = sent.value
  if (reply.status < 200 || reply.status > 299) {
    return failed(refusal(reply, tools) ?? usualFailure(reply, request, network, tools))
  }
  const parsed = schema.safeParse(parseJson(reply.text))
  if (parsed.success) return done({ value: parsed.data, madeId: reply.headers.get('x-restli-id') })
  const detail = `unreadable answer: ${parsed.error.issues[0]?.message ?? ''}`
  return failed({ kind: request.publishes ? 'unknown-outcome' : 'transient', detail })
}

/** What LinkedIn means by its refusals (the error tables of its Posts and Comments pages, read 2026-11-25). */
function refusal(reply: Reply, tools: Tools): Failure | null {
  const words = messageOf(reply)
  const detail = `${reply.status} ${words}`.trim()
  if (
    reply.status === 403 &&
    /not enough permissions|no longer an? admin|unauthorized/i.test(words)
  ) {
    return { kind: 'auth', detail }
  }
  if (reply.status === 426) return { kind: 'rejected', reason: tooOld, detail }
  if (reply.status === 429 && /\bday|daily/i.test(words)) {
    return { kind: 'rate', until: nextMidnightUtc(tools), detail }
  }
  if (reply.status === 422 && /duplicate/i.test(words)) {
    return { kind: 'rejected', reason: saidAlready, field: 'text', detail }
  }
  return null
}

/** LinkedIn refused a post because the same is there already: perhaps ours, of a moment ago. */
export const isDuplicate = (failure: Failure) => /^422 .*duplicate/i.test(failure.detail)

export const isGone = (failure: Failure) => /^(404|410)/.test(failure.detail)

/** Daily limits begin anew at midnight UTC (learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/rate-limits). */
function nextMidnightUtc({ clock }: Tools): Date {
  const day = 24 * 3_600_000
  return new Date((Math.floor(clock.now().getTime() / day) + 1) * day)
}

const saidAlready = {
  en: 'LinkedIn does not publish the same post twice. Change the text.',
  fr: 'LinkedIn ne publie pas deux fois la même publication. Modifiez le texte.',
}

const tooOld = {
  en: 'LinkedIn no longer answers this version of Vigie. Ask whoever runs Vigie to update it.',
  fr: 'LinkedIn ne répond plus à cette version de Vigie. Demandez à la personne qui administre Vigie de la mettre à jour.',
}

/** An urn within a path or a query: its brackets too would mean something there. */
export const escapedUrn = (urn: string) =>
  encodeURIComponent(urn).replaceAll('(', '%28').replaceAll(')', '%29')

export const inList = (urns: string[]) => `List(${urns.map(escapedUrn).join(',')})`

/** Where nothing of the answer is used. */
export const anything = z.unknown()
