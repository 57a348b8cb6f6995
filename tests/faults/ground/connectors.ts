import { z } from 'zod'
import { ask, type Reply, type Request } from '#connectors/_contract/ask.ts'
import {
  type Account,
  type Connector,
  defineConnector,
  type Outgoing,
  type Publish,
  type Published,
  type Tools,
} from '#connectors/_contract/connector.ts'
import { done, failed, type Failure, type Outcome } from '#connectors/_contract/failure.ts'
import type { Manifest, ManifestInput } from '#connectors/_contract/manifest.ts'

/** One connector to the proving ground for each way in which a second post is prevented, if it is. */
export const KINDS = [
  'client-key',
  'idempotency-header',
  'two-step',
  'read-back',
  'none',
] as const satisfies Manifest['idempotency'][]
export type Kind = (typeof KINDS)[number]

/** The desk's fetch is told where this is (`VIGIE_SANDBOX_URL`). */
const ORIGIN = 'http://sandbox.vigie.internal'

/** @param timeoutMs how long an answer is waited for */
export const groundConnectors = (timeoutMs: number): Connector[] =>
  KINDS.map((kind) =>
    defineConnector({
      manifest: { ...manifest, id: `ground-${kind}`, name: kind, idempotency: kind },
      text: { count: (text) => [...text].length, spans: () => [] },
      connect: {
        withCredentials: async (tools, { handle = '' }) => connected(await signIn(tools, handle)),
        check: async (_tools, account) => done(profileOf(account)),
        refresh: async (tools, account) => {
          const json = { renewal: account.secrets['renewal'] }
          const answer = await call(tools, account, { path: '/renewals', json }, sessionSchema)
          return answer.ok ? done({ secrets: answer.value }) : answer
        },
      },
      publish: { ...publishers(timeoutMs)[kind], remove: async () => done(null), idIn },
    }),
  )

const idIn = (_account: unknown, { pathname }: URL) => /^\/(p\d+)$/.exec(pathname)?.[1] ?? null

const sessionSchema = z.object({ token: z.string(), renewal: z.string() })

const postSchema = z.object({ id: z.string(), text: z.string(), replyTo: z.string().nullable() })
type Post = z.infer<typeof postSchema>

type Sending = Pick<Publish, 'publish' | 'confirm'>

const publishers = (timeoutMs: number): Record<Kind, Sending> => {
  const put: Call = { path: '', method: 'POST', publishes: true, timeoutMs }
  const simply = (headers: (outgoing: Outgoing) => Record<string, string>): Sending => ({
    async publish(tools, account, outgoing) {
      const request = {
        ...put,
        path: '/posts',
        json: wordsOf(outgoing),
        headers: headers(outgoing),
      }
      return published(await call(tools, account, request, postSchema))
    },
    confirm: readBack,
  })
  return {
    'client-key': {
      async publish(tools, account, outgoing) {
        const path = `/records/${outgoing.id}`
        const request = { ...put, path, json: wordsOf(outgoing) }
        const made = await call(tools, account, request, postSchema)
        if (made.ok || !made.failure.detail.startsWith('409')) return published(made)
        return published(await call(tools, account, { path }, postSchema))
      },
      async confirm(tools, account, { id }) {
        const found = await call(tools, account, { path: `/records/${id}` }, postSchema)
        return !found.ok && found.failure.detail.startsWith('404') ? done(null) : published(found)
      },
    },
    'idempotency-header': simply(({ id }) => ({ 'idempotency-key': id })),
    'two-step': { publish: (...given) => inTwoSteps(put, ...given), confirm: confirmContainer },
    'read-back': simply(() => ({})),
    none: simply(() => ({})),
  }
}

/** The container is written down before it is published: whoever comes next knows which one it was. */
async function inTwoSteps(
  put: Call,
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  let container = outgoing.kept?.['container']
  if (typeof container !== 'string') {
    const request = { path: '/containers', method: 'POST' as const, json: wordsOf(outgoing) }
    const made = await call(tools, account, request, z.object({ id: z.string() }))
    if (!made.ok) return made
    container = made.value.id
    await tools.keep?.({ container })
  }
  const path = `/containers/${String(container)}/publish`
  const made = await call(tools, account, { ...put, path, json: {} }, postSchema)
  if (made.ok || !made.failure.detail.startsWith('409')) return published(made)
  if (made.failure.detail.includes('processing'))
    return failed({ kind: 'transient', detail: 'the picture is still being processed' })
  const there = await confirmContainer(tools, account, { ...outgoing, kept: { container } })
  return there.ok && !there.value
    ? failed({ kind: 'unknown-outcome', detail: 'published already, and not to be found' })
    : (there as Outcome<Published>)
}

async function confirmContainer(
  tools: Tools,
  account: Account,
  { kept }: Outgoing,
): Promise<Outcome<Published | null>> {
  const container = kept?.['container']
  // Nothing was published before its container was written down.
  if (typeof container !== 'string') return done(null)
  const schema = z.object({ post: postSchema.nullable() })
  const answer = await call(tools, account, { path: `/containers/${container}` }, schema)
  if (!answer.ok) return answer
  const { post } = answer.value
  return post ? published(done(post)) : done(null)
}

async function readBack(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const answer = await call(tools, account, { path: '/posts' }, z.array(postSchema))
  if (!answer.ok) return answer
  const { text, replyTo } = wordsOf(outgoing)
  const found = answer.value.find((post) => post.text === text && post.replyTo === replyTo)
  return found ? published(done(found)) : done(null)
}

const wordsOf = ({ text, replyTo }: Outgoing) => ({ text, replyTo: replyTo?.remoteId ?? null })

function published(outcome: Outcome<Post>): Outcome<Published> {
  if (!outcome.ok) return outcome
  const { id } = outcome.value
  return done({ remoteId: id, url: `${ORIGIN}/${id}`, publishedAt: new Date(Number.NaN) })
}

interface Call extends Omit<Request, 'url'> {
  path: string
}

function call<T>(
  tools: Tools,
  account: Pick<Account, 'remoteId' | 'secrets'>,
  { path, ...request }: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const headers = {
    ...request.headers,
    'x-account': account.remoteId,
    authorization: `Bearer ${account.secrets['token'] ?? ''}`,
  }
  const method = request.method ?? (request.json ? 'POST' : 'GET')
  const asked = { ...request, method, url: ORIGIN + path, headers }
  return ask(tools, asked, { network: 'the proving ground', schema, refusal })
}

function refusal({ status, text }: Reply): Failure | null {
  const detail = `${status} ${text.slice(0, 200)}`
  if (status === 403 && text.includes('suspended')) return { kind: 'auth', detail }
  // This network says by 503 that nothing was done.
  return status === 503 ? { kind: 'transient', detail } : null
}

async function signIn(tools: Tools, handle: string): Promise<Outcome<Account>> {
  const account = { remoteId: handle, handle, settings: {}, secrets: {} }
  const answer = await call(tools, account, { path: '/sessions', json: {} }, sessionSchema)
  return answer.ok ? done({ ...account, secrets: answer.value }) : answer
}

const profileOf = (account: Account) => ({
  account,
  displayName: account.handle,
  profileUrl: `${ORIGIN}/@${account.handle}`,
})

const connected = (outcome: Outcome<Account>) =>
  outcome.ok ? done(profileOf(outcome.value)) : outcome

const own = { source: 'tests/faults/ground', date: '2026-11-25' }

const manifest: Omit<ManifestInput, 'id' | 'name' | 'idempotency'> = {
  stamp: 'PG',
  description: { en: 'A proving ground.', fr: 'Un terrain d’épreuve.' },
  capabilities: { publish: true, inbox: false, metrics: false, listen: false },
  connect: {
    method: 'credentials',
    fields: [],
    help: { en: 'None needed.', fr: 'Rien à faire.' },
  },
  text: { max: { value: 300, ...own }, unit: 'characters' },
  metrics: { post: [], channel: [] },
  docs: [],
}
