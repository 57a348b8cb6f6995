import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { api, whenUnauthorised } from './api.ts'
import { ApiProblem, fieldErrors } from './problem.ts'

const fetched = vi.fn<typeof fetch>()

beforeEach(() => {
  fetched.mockReset()
  vi.stubGlobal('fetch', fetched)
  vi.stubGlobal('document', { documentElement: { lang: 'fr' } })
  vi.stubGlobal('sessionStorage', { getItem: () => 'company-1' })
  vi.stubGlobal('localStorage', { getItem: () => null })
})
afterEach(() => {
  vi.unstubAllGlobals()
  whenUnauthorised(() => {})
})

const answer = (status: number, body: unknown) =>
  new Response(body === undefined ? null : JSON.stringify(body), { status })

async function problemOf(call: Promise<unknown>): Promise<ApiProblem> {
  const error = await call.catch((problem: unknown) => problem)
  if (error instanceof ApiProblem) return error
  throw new Error(`expected a problem, got ${String(error)}`)
}

describe('a call to the desk', () => {
  test('says who asks, in which language, and for which company', async () => {
    fetched.mockResolvedValue(answer(200, []))
    await api.get('/posts', { query: { from: '2026-11-01', status: undefined, tag: ['a', 'b'] } })
    const [url, init] = fetched.mock.calls[0] ?? []
    const headers = new Headers(init?.headers)
    expect(url).toBe('/api/v1/posts?from=2026-11-01&tag=a&tag=b')
    expect(headers.get('accept-language')).toBe('fr')
    expect(headers.get('vigie-company')).toBe('company-1')
  })

  test('carries a key of its own on each create, so that a repeat creates nothing twice', async () => {
    fetched.mockImplementation(async () => answer(201, {}))
    await api.post('/posts', { text: 'Une table' })
    await api.post('/posts', { text: 'Une table' })
    const keys = fetched.mock.calls.map(([, init]) =>
      new Headers(init?.headers).get('idempotency-key'),
    )
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(keys[0]).not.toBe(keys[1])
  })

  test('resolves with nothing when the desk answers 204', async () => {
    fetched.mockResolvedValue(answer(204, undefined))
    await expect(api.delete('/posts/1')).resolves.toBeUndefined()
  })
})

describe('a refusal', () => {
  test('arrives with the desk’s own sentences, field by field', async () => {
    const errors = [{ pointer: '/text', detail: 'Le texte dépasse 300 caractères.' }]
    fetched.mockResolvedValue(
      answer(422, { code: 'post.too_long', title: 'Trop long', detail: 'Raccourcissez.', errors }),
    )
    const problem = await problemOf(api.post('/posts', {}))
    expect(problem).toMatchObject({ status: 422, code: 'post.too_long', title: 'Trop long' })
    expect(problem.fieldError('text')).toBe('Le texte dépasse 300 caractères.')
    expect(fieldErrors(problem)).toEqual({ '/text': 'Le texte dépasse 300 caractères.' })
  })

  test('stays readable when a proxy answered with a page instead', async () => {
    fetched.mockResolvedValue(new Response('<html>', { status: 502, statusText: 'Bad Gateway' }))
    expect(await problemOf(api.get('/posts'))).toMatchObject({ status: 502, code: 'http.502' })
  })

  test('of the session leads to sign-in, except while signing in', async () => {
    const left = vi.fn()
    whenUnauthorised(left)
    fetched.mockImplementation(async () => answer(401, { code: 'session.needed', title: 'x' }))
    await problemOf(api.post('/sign-in', {}, { keepUnauthorised: true }))
    expect(left).not.toHaveBeenCalled()
    await problemOf(api.get('/posts'))
    expect(left).toHaveBeenCalledOnce()
  })

  test('for a company that was deleted meanwhile sends nobody who is signed in away', async () => {
    const left = vi.fn()
    whenUnauthorised(left)
    fetched.mockImplementation(async (url: unknown) =>
      String(url).endsWith('/session')
        ? answer(200, { user: { id: 'u1' }, companies: [] })
        : answer(401, { code: 'session.needed', title: 'x' }),
    )
    await problemOf(api.get('/posts'))
    expect(left).not.toHaveBeenCalled()
  })

  test('by the network itself has status 0; giving up a call is not a problem', async () => {
    fetched.mockRejectedValue(new TypeError('failed to fetch'))
    expect(await problemOf(api.get('/posts'))).toMatchObject({
      status: 0,
      code: 'network.unreachable',
    })
    const gone = AbortSignal.abort()
    await expect(api.get('/posts', { signal: gone })).rejects.toBeInstanceOf(TypeError)
  })
})
