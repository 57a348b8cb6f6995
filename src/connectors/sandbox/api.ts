import { z } from 'zod'
import { ask, type Reply, type Request } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { messageOf } from '#connectors/_contract/usual-failure.ts'
import { refusalOf } from './refusals.ts'

/** The desk's fetch knows where this host is; nobody else does. */
const origin = 'http://sandbox.vigie.internal'
const network = 'Agora'

interface Call extends Omit<Request, 'url'> {
  path: string
  query?: Record<string, string>
}

/**
 * One call of the network's API under the account's token.
 * A 503 of this network says that nothing was done (src/sandbox/README.md), so it is never a doubt.
 */
export async function call<T>(
  tools: Tools,
  account: Pick<Account, 'secrets'> | null,
  { path, query = {}, ...request }: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const url = new URL(path, origin)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const token = account?.secrets['token']
  const headers = { ...request.headers, ...(token ? { authorization: `Bearer ${token}` } : {}) }
  return ask(tools, { ...request, url, headers }, { network, schema, refusal })
}

function refusal(reply: Reply): Failure | null {
  const detail = `${reply.status} ${messageOf(reply)}`.trim()
  if (reply.status === 503) return { kind: 'transient', detail }
  return refusalOf(reply, detail)
}

/** What is gone already needs no taking off. */
export function unlessGone(outcome: Outcome<unknown>): Outcome<null> {
  if (outcome.ok) return done(null)
  return outcome.failure.detail.startsWith('404') ? done(null) : failed(outcome.failure)
}

export const authorSchema = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  followers: z.number().optional(),
  url: z.string().optional(),
})

/** A post as the network tells it (src/sandbox/server/views.ts). */
export const postSchema = z.object({
  id: z.string(),
  url: z.string(),
  at: z.iso.datetime(),
  text: z.string(),
  language: z.string().nullable(),
  images: z.array(z.unknown()),
  replyTo: z.string().nullable(),
  rootId: z.string().nullable(),
  author: authorSchema,
  calls: z.boolean(),
  key: z.string().optional(),
})
export type Post = z.infer<typeof postSchema>

const listSchema = z.object({ items: z.array(postSchema), older: z.string().optional() })

/** A page of one of the network's lists, newest first. */
export function page(
  tools: Tools,
  account: Account,
  path: '/posts' | '/notifications' | '/search',
  query: Record<string, string>,
  older: string | undefined,
) {
  const asked = { limit: '100', ...query, ...(older ? { older } : {}) }
  return call(tools, account, { path, query: asked }, listSchema)
}
