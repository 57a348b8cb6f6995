import { z } from 'zod'
import { ask, type Request } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { failureOf } from './refusals.ts'
import { network, passwordOf, wikiOf } from './wiki.ts'

/** One call of `api.php`. */
export interface Call {
  action: string
  /** In the address of a GET, in the body of a POST. */
  parameters?: Record<string, string>
  file?: { bytes: Uint8Array<ArrayBuffer>; type: string; name: string }
  timeoutMs?: number
  publishes?: boolean
}

/** Somebody signed in: MediaWiki knows its people by cookies. */
export interface Session {
  read<T>(call: Call, schema: z.ZodType<T>): Promise<Outcome<T>>
  /** With the token that MediaWiki wants with whatever changes something. */
  write<T>(call: Call, schema: z.ZodType<T>): Promise<Outcome<T>>
}

/** Signs in with the bot password (www.mediawiki.org/wiki/API:Login, read 2026-11-25). */
export async function openSession(tools: Tools, account: Account): Promise<Outcome<Session>> {
  const { api, login } = wikiOf(account)
  const send = speaker(tools, api)
  const loginToken = await tokenOf(send, 'login')
  if (!loginToken.ok) return loginToken
  const credentials = { lgname: login, lgpassword: passwordOf(account), lgtoken: loginToken.value }
  const signIn = { action: 'login', parameters: credentials }
  const signedIn = await send('POST', signIn, loginSchema)
  if (!signedIn.ok) return signedIn
  const { result, reason = '' } = signedIn.value.login
  if (result !== 'Success') return refusedLogin(result, reason, tools)
  const asUser = (call: Call): Call => ({
    ...call,
    parameters: { ...call.parameters, assert: 'user' },
  })
  let token: Outcome<string> | undefined
  return done({
    read: (call, schema) => send('GET', asUser(call), schema),
    async write(call, schema) {
      token ??= await tokenOf(send, 'csrf')
      if (!token.ok) return token
      const signed = { ...asUser(call).parameters, token: token.value }
      return send('POST', { ...call, parameters: signed }, schema)
    },
  })
}

const loginSchema = z.object({
  login: z.object({ result: z.string(), reason: z.string().optional().catch(undefined) }),
})

function refusedLogin(result: string, reason: string, tools: Tools): Outcome<never> {
  const isThrottled = result === 'Throttled' || /too many|wait/i.test(reason)
  const code = isThrottled ? 'login-throttled' : 'assertuserfailed'
  return failed(failureOf({ code, info: `${result} ${reason}` }, tools, false))
}

type Speak = <T>(method: 'GET' | 'POST', call: Call, schema: z.ZodType<T>) => Promise<Outcome<T>>

async function tokenOf(send: Speak, type: 'login' | 'csrf'): Promise<Outcome<string>> {
  const schema = z.object({ query: z.object({ tokens: z.record(z.string(), z.string()) }) })
  const asked = { action: 'query', parameters: { meta: 'tokens', type } }
  const answer = await send('GET', asked, schema)
  return answer.ok ? done(answer.value.query.tokens[`${type}token`] ?? '') : answer
}

/** Speaks to one wiki, bringing back the cookies that it gives. */
function speaker(tools: Tools, api: string): Speak {
  const cookies = new Map<string, string>()
  const fetch: Tools['fetch'] = async (url, init) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...init?.headers, ...(cookie ? { cookie } : {}) }
    const response = await tools.fetch(url, { ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name.trim(), value)
    }
    return response
  }
  return async (method, call, schema) => {
    const request = requestOf(api, method, call)
    const reading = { network, schema: z.record(z.string(), z.unknown()) }
    const answer = await ask({ ...tools, fetch }, request, reading)
    return answer.ok ? read(answer.value, call, schema, tools) : answer
  }
}

function requestOf(api: string, method: 'GET' | 'POST', call: Call): Request {
  const { action, parameters = {}, file, timeoutMs, publishes } = call
  const url = new URL(api)
  const inAddress = { action, format: 'json', formatversion: '2' }
  for (const [name, value] of Object.entries(
    method === 'GET' ? { ...inAddress, ...parameters } : inAddress,
  )) {
    url.searchParams.set(name, value)
  }
  const request = { url, method, timeoutMs, publishes }
  if (method === 'GET') return request
  if (!file) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return { ...request, headers, body: new URLSearchParams(parameters).toString() }
  }
  const body = new FormData()
  for (const [name, value] of Object.entries(parameters)) body.set(name, value)
  body.set('file', new Blob([file.bytes], { type: file.type }), file.name)
  return { ...request, body }
}

const errorSchema = z.object({
  error: z.object({ code: z.string(), info: z.string().default('') }),
})

function read<T>(
  said: Record<string, unknown>,
  { publishes = false }: Call,
  schema: z.ZodType<T>,
  tools: Tools,
): Outcome<T> {
  const refused = errorSchema.safeParse(said)
  if (refused.success) return failed(failureOf(refused.data.error, tools, publishes))
  const parsed = schema.safeParse(said)
  if (parsed.success) return done(parsed.data)
  const detail = `unreadable answer: ${parsed.error.issues[0]?.message ?? ''}`
  return failed({ kind: publishes ? 'unknown-outcome' : 'transient', detail })
}
