import { z } from 'zod'
import { parseJson, type Reply } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { refusedBy } from '#connectors/_contract/refusals.ts'
import { waitUntil } from '#connectors/_contract/usual-failure.ts'
import type { Text } from '#platform/text.ts'

/** What a Graph API says when it refuses (docs/graph-api/guides/error-handling, read 2026-11-25). */
const errorSchema = z.object({
  error: z.object({
    message: z.string().catch(''),
    code: z.number(),
    error_subcode: z.number().optional().catch(undefined),
    error_user_msg: z.string().optional().catch(undefined),
    is_transient: z.boolean().optional().catch(undefined),
  }),
})

export interface GraphError {
  code: number
  subcode: number | undefined
  /** The network's own words. */
  words: string
}

/** The sentence of an error that one network explains in its own way; null for all others. */
export type Explain = (error: GraphError) => { reason: Text; field?: string } | null

interface Asked {
  network: string
  publishes?: boolean
  explain?: Explain
}

/**
 * What a refusal means, by its code. A token that ended, was withdrawn (190 and its subcodes) or lacks a permission
 * (10, 200 to 299) asks a person to connect again. Null where the answer has no code: HTTP tells.
 */
export function meaningOf(reply: Reply, asked: Asked, tools: Tools): Failure | null {
  const parsed = errorSchema.safeParse(parseJson(reply.text))
  if (!parsed.success) return null
  const { code, error_subcode: subcode, message, error_user_msg, is_transient } = parsed.data.error
  const words = (error_user_msg || message).slice(0, 300)
  const detail = `${reply.status} #${code}${subcode ? `/${subcode}` : ''} ${message}`.slice(0, 400)
  const own = asked.explain?.({ code, subcode, words })
  if (own) return { kind: 'rejected', ...own, detail }
  if (isAccess(code)) return { kind: 'auth', detail }
  if (isRate(code)) return { kind: 'rate', until: regainAt(reply, tools), detail }
  if (code === 368) return { kind: 'rejected', reason: blocked(asked.network), detail }
  // A container that is not ready yet: nothing was published.
  if (code === 9007 || subcode === 4_279_009) return { kind: 'transient', detail }
  if (is_transient || [1, 2, -1, -2, ...whatsappDoubts].includes(code) || reply.status >= 500)
    return { kind: asked.publishes ? 'unknown-outcome' : 'transient', detail }
  if (code === 506)
    return { kind: 'rejected', reason: duplicate(asked.network), field: 'text', detail }
  return { kind: 'rejected', reason: refusedBy(asked.network, words), detail }
}

const isAccess = (code: number) =>
  [3, 10, 102, 104, 190, 131_005].includes(code) || (code >= 200 && code <= 299)

/**
 * WhatsApp: messages of the number, of the account, to one person; promotions that it holds back for one person.
 * business-messaging/whatsapp/support/error-codes, read 2026-11-25.
 */
const whatsapp = [130_429, 131_048, 131_056, 131_049]

/** WhatsApp again: something went wrong, the service is overloaded, under repair. */
const whatsappDoubts = [131_000, 131_016, 131_057]

/** Calls of the app, of the user, of the page (4, 17, 32), of one endpoint (613), of the day (341, 9), by use case. */
const isRate = (code: number) =>
  [4, 9, 17, 32, 341, 613, ...whatsapp].includes(code) || (code >= 80_000 && code <= 80_014)

const minute = 60_000

/**
 * When the app is let in again: as `X-Business-Use-Case-Usage` says; a quarter of an hour when `X-App-Usage` is full,
 * for it counts the hour behind us; else as usual (docs/graph-api/overview/rate-limiting, read 2026-11-25).
 */
function regainAt(reply: Reply, tools: Tools): Date {
  const now = tools.clock.now().getTime()
  const minutes = regainMinutes(reply.headers.get('x-business-use-case-usage'))
  if (minutes > 0) return new Date(now + minutes * minute)
  if (isFull(reply.headers.get('x-app-usage'))) return new Date(now + 15 * minute)
  return waitUntil(reply, tools)
}

const byBusiness = z.record(
  z.string(),
  z.array(z.object({ estimated_time_to_regain_access: z.number().catch(0) })),
)

function regainMinutes(header: string | null): number {
  const usage = byBusiness.safeParse(parseJson(header ?? ''))
  if (!usage.success) return 0
  const waits = Object.values(usage.data).flat()
  return Math.min(1440, Math.max(0, ...waits.map((one) => one.estimated_time_to_regain_access)))
}

function isFull(header: string | null): boolean {
  const usage = z.record(z.string(), z.number()).safeParse(parseJson(header ?? ''))
  return usage.success && Object.values(usage.data).some((percent) => percent >= 100)
}

/** Something that does not exist, or not any more (100 with subcode 33, 803). */
export const isGone = (failure: Failure): boolean =>
  /^(404|410)\b|#100\/33\b|#803\b/.test(failure.detail)

const blocked = (network: string): Text => ({
  en: `${network} holds back what this account does for now, for it looks abusive to it. Look at the account’s status on ${network}, then retry.`,
  fr: `${network} retient pour l’instant ce que fait ce compte, qu’il juge abusif. Consultez l’état du compte sur ${network}, puis réessayez.`,
})

const duplicate = (network: string): Text => ({
  en: `${network} refuses the same post twice in a row: change its words.`,
  fr: `${network} refuse deux fois de suite la même publication : changez son texte.`,
})
