import { z } from 'zod'
import { parseJson, type Reply } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { refusedBy } from '#connectors/_contract/refusals.ts'
import type { Text } from '#platform/text.ts'

/** A refusal of Discord: a code, words, and the fields of a form that are wrong. */
const errorSchema = z.object({
  message: z.string().default(''),
  code: z.number().default(0),
  errors: z.record(z.string(), z.unknown()).optional(),
  retry_after: z.number().optional(),
})

type Refusal = z.infer<typeof errorSchema>

/** What Discord means by a refusal, where HTTP alone does not tell; null when it does. */
export function refusalOf(reply: Reply, tools: Pick<Tools, 'clock'>): Failure | null {
  const refusal = errorSchema.safeParse(parseJson(reply.text)).data
  if (!refusal) return null
  const detail = `${reply.status} ${refusal.message} (${refusal.code})`
  if (reply.status === 429 && refusal.retry_after !== undefined) {
    const scope = reply.headers.get('x-ratelimit-scope') ?? 'unknown scope'
    const waitMs = Math.max(1000, Math.ceil(refusal.retry_after * 1000))
    return {
      kind: 'rate',
      until: new Date(tools.clock.now().getTime() + waitMs),
      detail: `${detail}, ${scope}`,
    }
  }
  if (lockedOut.has(refusal.code)) return { kind: 'auth', detail }
  if (reply.status < 400 || reply.status > 499 || [401, 408, 429].includes(reply.status))
    return null
  return { kind: 'rejected', detail, ...explain(refusal, reply.status) }
}

/** Unknown channel or server, missing access, an account to verify (docs…/opcodes-and-status-codes#json). */
const lockedOut = new Set([10_003, 10_004, 50_001, 40_002])

function explain(refusal: Refusal, status: number): { reason: Text; field?: string } {
  const { code, errors = {}, message } = refusal
  if (code === 50_013) return { reason: missingPermission }
  if (code === 50_035 && 'message_reference' in errors) return { reason: answeredIsGone }
  if (code === 50_035 && 'content' in errors) return { reason: wrongText, field: 'text' }
  if (code === 50_035 && 'poll' in errors) return { reason: wrongPoll, field: 'poll' }
  if (code === 40_005 || status === 413) return { reason: tooHeavy, field: 'images' }
  if (code === 20_009) return { reason: explicit, field: 'images' }
  return { reason: refusedBy('Discord', message) }
}

const missingPermission = {
  en: 'The bot lacks a permission in this channel. On Discord, open the channel’s settings, Permissions, and give it View Channel, Send Messages, Attach Files, Embed Links and Read Message History.',
  fr: 'Il manque une permission au bot dans ce salon. Sur Discord, ouvrez les paramètres du salon, Permissions, et donnez-lui Voir le salon, Envoyer des messages, Joindre des fichiers, Intégrer des liens et Voir les anciens messages.',
}

const answeredIsGone = {
  en: 'The message that this one answers is no longer on Discord.',
  fr: 'Le message auquel celui-ci répond n’est plus sur Discord.',
}

const wrongText = {
  en: 'Discord refused the text: it is empty there, or longer than 2,000 characters.',
  fr: 'Discord a refusé le texte : il y est vide, ou dépasse 2 000 caractères.',
}

const wrongPoll = {
  en: 'Discord refused the poll: look at its choices and its length.',
  fr: 'Discord a refusé le sondage : vérifiez ses choix et sa durée.',
}

const tooHeavy = {
  en: 'The files are heavier than Discord accepts: 20 MB each, 25 MB together.',
  fr: 'Les fichiers sont plus lourds que ce que Discord accepte : 20 Mo chacun, 25 Mo ensemble.',
}

const explicit = {
  en: 'Discord took an image for explicit content and refused it.',
  fr: 'Discord a pris une image pour du contenu explicite et l’a refusée.',
}
