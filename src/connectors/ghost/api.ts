import { z } from 'zod'
import { ask, parseJson, type Reply, type Request } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import type { Failure, Outcome } from '#connectors/_contract/failure.ts'
import { imageRefused, refusedBy } from '#connectors/_contract/refusals.ts'
import { apiOf, network, tokenOf } from './site.ts'

export interface Call extends Omit<Request, 'url'> {
  /** Of the Admin API: `posts/`. */
  path: string
  query?: Record<string, string>
}

/** Calls the Admin API in the account's name. */
export function call<T>(
  tools: Tools,
  account: Account,
  { path, query = {}, ...request }: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const url = new URL(path, apiOf(account))
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const headers = {
    ...request.headers,
    // The least version that this connector knows.
    'accept-version': 'v5.0',
    authorization: `Ghost ${tokenOf(account, tools)}`,
  }
  const reading = { network, schema, refusal: (reply: Reply) => refusalOf(reply) }
  return ask(tools, { ...request, url, headers }, reading)
}

const errorsSchema = z.object({
  errors: z
    .array(
      z.object({
        message: z.string().catch(''),
        context: z.string().catch(''),
        type: z.string().catch(''),
        property: z.string().nullish().catch(undefined),
      }),
    )
    .min(1),
})

/** What Ghost means by its errors (docs.ghost.org/admin-api, Errors, read 2026-11-25). */
function refusalOf(reply: Reply): Failure | null {
  const said = errorsSchema.safeParse(parseJson(reply.text))
  const [error] = said.success ? said.data.errors : []
  // So say older sites of what no key may do.
  if (error && reply.status === 501) return { kind: 'rejected', reason: notAllowed, detail: '501' }
  if (!error || reply.status === 401 || reply.status === 429 || reply.status >= 500) return null
  const words = [error.message, error.context].filter((part) => part !== '').join(' ')
  const detail = `${reply.status} ${error.type} ${words}`.slice(0, 300)
  // Somebody saved the post meanwhile: it is read again at the next attempt.
  if (reply.status === 409) return { kind: 'transient', detail }
  if (reply.status === 403) return { kind: 'rejected', reason: notAllowed, detail }
  if (reply.status === 413) return { kind: 'rejected', reason: tooHeavy, field: 'images', detail }
  if (reply.status === 415) {
    return { kind: 'rejected', reason: imageRefused(network), field: 'images', detail }
  }
  return { kind: 'rejected', reason: refusedBy(network, words), detail }
}

const notAllowed = {
  en: 'This key may not do that. Create a custom integration in Ghost, under Settings → Integrations, and connect with its Admin API key.',
  fr: 'Cette clé ne le permet pas. Créez une intégration personnalisée dans Ghost, sous Settings → Integrations, et connectez avec sa clé Admin API.',
}

const tooHeavy = {
  en: 'An image is heavier than this site accepts. Use a lighter one.',
  fr: 'Une image est plus lourde que ce site ne l’accepte. Choisissez-en une plus légère.',
}
