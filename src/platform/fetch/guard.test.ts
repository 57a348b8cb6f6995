import { describe, expect, test } from 'vitest'
import { createFetch } from './fetch.ts'
import { ask, atelier, failure, names, PRIVATE, PUBLIC, says, serve } from './fixture.ts'
import type { Handler } from './fixture.ts'

const to =
  (location: string, status = 302): Handler =>
  (_, response) =>
    response.writeHead(status, { location }).end()

describe('addresses', () => {
  test('plain http is refused unless asked for', async () => {
    const { port, seen } = await serve(PUBLIC, says('hello'))
    const url = `http://atelier-morel.example:${port}/feed`
    expect(await failure(ask(url, { allowHttp: false }))).toMatchObject({
      kind: 'bad-url',
      requestSent: false,
    })
    expect((await ask(url, { allowHttp: true })).status).toBe(200)
    expect(seen).toHaveLength(1)
  })

  test.each([
    'ftp://atelier-morel.example/',
    'file:///etc/passwd',
    'data:text/plain,hello',
    'javascript:alert(1)',
    'https://camille:hunter2@atelier-morel.example/',
    'http://atelier-morel.example:25/',
    'not an address',
    '',
  ])('“%s” is refused', async (url) => {
    const refused = await failure(ask(url))
    expect(refused).toMatchObject({ kind: 'bad-url', requestSent: false })
    expect(refused.message).not.toContain('hunter2')
  })

  test.each([
    'http://127.0.0.1',
    'http://2130706433',
    'http://0x7f000001',
    'http://0177.0.0.1',
    'http://127.1',
    'http://0',
    'http://10.1.2.3',
    'http://169.254.169.254',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f00:1]',
    'http://[fe80::1]',
    'http://[fd00::1]',
    'http://①②⑦.⓪.⓪.①',
  ])('%s is refused, however it is written', async (origin) => {
    const { port, seen } = await serve(PRIVATE, says('secret'))
    const real = createFetch()
    const refused = await failure(real(`${origin}:${port}/`, { allowHttp: true }))
    expect(refused).toMatchObject({ kind: 'private-address', requestSent: false })
    expect(seen).toEqual([])
  })

  test.each(['localhost', 'localhost.', 'LOCALHOST'])(
    'a name of this machine is refused: %s',
    async (name) => {
      const { port, seen } = await serve(PRIVATE, says('secret'))
      const refused = await failure(createFetch()(`http://${name}:${port}/`, { allowHttp: true }))
      // some resolvers do not know the form with a dot
      expect(refused.kind).toMatch(/^(private-address|dns)$/)
      expect(seen).toEqual([])
    },
  )

  test('a host on the list may be private and plain, on its port only', async () => {
    const intranet = await serve(PRIVATE, says('intranet'))
    const other = await serve(PRIVATE, says('secret'))
    const fetch = createFetch({
      allowPrivateHosts: [`127.0.0.1:${intranet.port}`, 'intranet.example'],
      network: names({ 'intranet.example': PRIVATE }),
    })
    const at = (origin: string) => fetch(origin).then((answer) => answer.text())
    expect(await at(`http://127.0.0.1:${intranet.port}`)).toBe('intranet')
    expect(await at(`http://intranet.example:${other.port}`)).toBe('secret')
    const allowHttp = { allowHttp: true }
    const refused = await failure(fetch(`http://127.0.0.1:${other.port}`, allowHttp))
    expect(refused.kind).toBe('private-address')
  })

  test('an IPv6 host on the list is known in every writing', async () => {
    const { port } = await serve('::1', says('intranet'))
    for (const allowed of ['::1', '[::1]', `[0:0::1]:${port}`]) {
      const fetch = createFetch({ allowPrivateHosts: [allowed] })
      expect((await fetch(`http://[::1]:${port}/`)).status).toBe(200)
    }
  })
})

describe('a name that changes its mind', () => {
  test('is asked once, and the address that was checked is the one dialled', async () => {
    const outside = await serve(PUBLIC, says('public'))
    const inside = await serve(PRIVATE, says('secret'))
    const rebinding = names({ 'rebind.example': [PUBLIC, PRIVATE] })
    const answer = await ask(`http://rebind.example:${outside.port}/`, {}, { network: rebinding })
    expect(await answer.text()).toBe('public')
    expect(rebinding.asked).toHaveLength(1)
    expect(inside.seen).toEqual([])
  })

  test('is refused when the next connection would be to a private address', async () => {
    const outside = await serve(PUBLIC, (_, response) => {
      response.setHeader('connection', 'close')
      response.end('public')
    })
    const rebinding = names({ 'rebind.example': [PUBLIC, PRIVATE] })
    const fetch = createFetch({ network: rebinding })
    const url = `http://rebind.example:${outside.port}/`
    expect((await fetch(url, { allowHttp: true })).status).toBe(200)
    const refused = await failure(fetch(url, { allowHttp: true }))
    expect(refused).toMatchObject({ kind: 'private-address', requestSent: false })
  })

  test('is refused when one of its addresses is private', async () => {
    const network = {
      ...atelier,
      resolve: async () => [
        { address: PUBLIC, family: 4 },
        { address: '::1', family: 6 },
      ],
    }
    const { port } = await serve(PUBLIC, says('public'))
    const refused = await failure(ask(`http://both.example:${port}/`, {}, { network }))
    expect(refused.kind).toBe('private-address')
  })
})

describe('redirects', () => {
  test('are followed, and the last address is told', async () => {
    const { port } = await serve(PUBLIC, (request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end()
      else response.end('moved here')
    })
    const answer = await ask(`http://atelier-morel.example:${port}/old`)
    expect(await answer.text()).toBe('moved here')
    expect(answer.redirected).toBe(true)
    expect(answer.url).toBe(`http://atelier-morel.example:${port}/new`)
  })

  test.each(['http://127.0.0.1', 'http://[::1]', 'http://localhost', 'http://169.254.169.254'])(
    'to %s are refused',
    async (origin) => {
      const inside = await serve(PRIVATE, says('secret'))
      const outside = await serve(PUBLIC, to(`${origin}:${inside.port}/`))
      const network = names({ 'atelier-morel.example': PUBLIC, localhost: PRIVATE })
      const url = `http://atelier-morel.example:${outside.port}/`
      const refused = await failure(ask(url, {}, { network }))
      expect(refused).toMatchObject({ kind: 'private-address', requestSent: true })
      expect(inside.seen).toEqual([])
    },
  )

  test.each(['file:///etc/passwd', 'gopher://x/', 'https://a:b@atelier-morel.example/'])(
    'to %s are refused',
    async (location) => {
      const { port } = await serve(PUBLIC, to(location))
      const refused = await failure(ask(`http://atelier-morel.example:${port}/`))
      expect(refused).toMatchObject({ kind: 'bad-url', requestSent: true })
    },
  )

  test('end after five', async () => {
    const { port, seen } = await serve(PUBLIC, to('/again'))
    const refused = await failure(ask(`http://atelier-morel.example:${port}/`))
    expect(refused.kind).toBe('redirects')
    expect(seen).toHaveLength(6)
  })

  test('are left to the caller when asked', async () => {
    const { port } = await serve(PUBLIC, to('http://127.0.0.1/'))
    const answer = await ask(`http://atelier-morel.example:${port}/`, { redirect: 'manual' })
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe('http://127.0.0.1/')
  })

  test('keep credentials on the same origin and drop them on another', async () => {
    const other = await serve(PUBLIC, says('hello'))
    const first = await serve(PUBLIC, (request, response) => {
      const location = request.url === '/a' ? '/b' : `http://other.example:${other.port}/`
      response.writeHead(302, { location }).end()
    })
    const network = names({ 'atelier-morel.example': PUBLIC, 'other.example': PUBLIC })
    const headers = { Authorization: 'Bearer x', Cookie: 'sid=1', Accept: 'text/html' }
    await ask(`http://atelier-morel.example:${first.port}/a`, { headers }, { network })
    expect(first.seen[1]?.headers).toMatchObject({ authorization: 'Bearer x', cookie: 'sid=1' })
    expect(other.seen[0]?.headers).not.toHaveProperty('authorization')
    expect(other.seen[0]?.headers).not.toHaveProperty('cookie')
    expect(other.seen[0]?.headers['accept']).toBe('text/html')
  })

  test('303 turns a post into a get without its body', async () => {
    const { port, seen } = await serve(PUBLIC, (request, response) => {
      if (request.method === 'POST') response.writeHead(303, { location: '/done' }).end()
      else response.end('done')
    })
    const post = { method: 'POST', body: 'text', headers: { 'Content-Type': 'text/plain' } }
    await ask(`http://atelier-morel.example:${port}/`, post)
    expect(seen[1]).toMatchObject({ method: 'GET', url: '/done' })
    expect(seen[1]?.headers).not.toHaveProperty('content-type')
  })

  test('never carry a body to another origin', async () => {
    const other = await serve(PUBLIC, says('stolen'))
    const { port } = await serve(PUBLIC, to(`http://other.example:${other.port}/`, 307))
    const network = names({ 'atelier-morel.example': PUBLIC, 'other.example': PUBLIC })
    const post = { method: 'POST', body: 'client_secret=hunter2' }
    const refused = await failure(ask(`http://atelier-morel.example:${port}/`, post, { network }))
    expect(refused).toMatchObject({ kind: 'redirects', requestSent: true })
    expect(other.seen).toEqual([])
  })
})
