import { z } from 'zod'
import { parseJson, type Reply } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { refusedBy } from '#connectors/_contract/refusals.ts'

const word = z.string().catch('')

/** `google.rpc.Status` in JSON (cloud.google.com/apis/design/errors), and the older list of `errors` beside it. */
const errorSchema = z
  .object({
    error: z.object({
      message: word,
      status: word,
      errors: z.array(z.object({ reason: word })).catch([]),
      details: z
        .array(z.object({ reason: word, metadata: z.record(z.string(), z.string()).catch({}) }))
        .catch([]),
    }),
  })
  .catch({ error: { message: '', status: '', errors: [], details: [] } })

export interface GoogleError {
  /** In one line. */
  message: string
  reasons: string[]
  /** The project may ask nothing at all: Google has not opened this API to it. */
  hasNoQuota: boolean
}

export function errorOf(reply: Reply): GoogleError {
  const { error } = errorSchema.parse(parseJson(reply.text))
  const reasons = [...error.errors, ...error.details].map(({ reason }) => reason)
  return {
    message: error.message.replace(/\s+/g, ' ').slice(0, 300),
    reasons: [error.status, ...reasons].filter((reason) => reason !== ''),
    hasNoQuota: error.details.some(({ metadata }) => metadata['quota_limit_value'] === '0'),
  }
}

const hour = 3_600_000

/**
 * What Google means by its refusals, whatever the API.
 * @returns null for what HTTP alone says well enough
 */
export function googleRefusal(network: string, tools: Pick<Tools, 'clock'>, reply: Reply) {
  const { message, reasons, hasNoQuota } = errorOf(reply)
  const detail = `${reply.status} ${message}`.trim()
  const says = (...named: string[]) => named.some((reason) => reasons.includes(reason))
  const refused = (reason: { en: string; fr: string }): Failure => ({
    kind: 'rejected',
    reason,
    detail,
  })
  if (reply.status === 429) return hasNoQuota ? refused(notOpened(network)) : null
  if (reply.status < 400 || reply.status > 499 || [401, 408].includes(reply.status)) return null
  if (says('SERVICE_DISABLED', 'accessNotConfigured')) return refused(switchedOff(network))
  if (says('ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'insufficientPermissions')) {
    return { kind: 'auth', detail } satisfies Failure
  }
  if (says('quotaExceeded', 'dailyLimitExceeded', 'rateLimitExceeded', 'userRateLimitExceeded')) {
    const until = new Date(tools.clock.now().getTime() + hour)
    return { kind: 'rate', until, detail } satisfies Failure
  }
  return refused(refusedBy(network, message))
}

export const isGone = (failure: Failure) => failure.detail.startsWith('404')

const notOpened = (network: string) => ({
  en: `Google has not yet given your company’s project access to ${network}. Ask for it with its form “Application for Basic API Access”, and wait for its answer.`,
  fr: `Google n’a pas encore donné au projet de votre société l’accès à ${network}. Demandez-le par son formulaire « Application for Basic API Access », et attendez sa réponse.`,
})

const switchedOff = (network: string) => ({
  en: `An API that ${network} needs is not enabled in your company’s project. Enable it under “APIs & Services”, then “Library”.`,
  fr: `Une API dont ${network} a besoin n’est pas activée dans le projet de votre société. Activez-la sous « API et services », puis « Bibliothèque ».`,
})
