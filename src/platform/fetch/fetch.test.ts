import net from 'node:net'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createFetch } from './fetch.ts'
import { ask, atelier, failure, PRIVATE, PUBLIC, says, serve, unusedPort } from './fixture.ts'
import type { Network } from './guard.ts'

describe('an ordinary exchange', () => {
  test('brings status, headers and body, and says who asks', async () => {
    const { port, seen } = await serve(PUBLIC, (_, response) => {
      response.writeHead(201, { 'content-type': 'application/json', 'x-limit': '300' })
      response.end('{"ok":true}')
    })
    const answer = await ask(`http://atelier-morel.example:${port}/posts?page=2`, {
      method: 'post',
      headers: { 'Content-Type': 'text/plain' },
      body: 'Une table en chêne',
    })
    expect(answer).toMatchObject({ status: 201, ok: true, redirected: false })
    expect(answer.url).toBe(`http://atelier-morel.example:${port}/posts?page=2`)
    expect(answer.headers.get('x-limit')).toBe('300')
    expect(await answer.json()).toEqual({ ok: true })
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/posts?page=2' })
    expect(seen[0]?.headers['user-agent']).toBe('Vigie')
  })

  test('sends a form with its pictures', async () => {
    let received = ''
    const { port } = await serve(PUBLIC, async (request, response) => {
      for await (const part of request) received += part
      response.end()
    })
    const body = new FormData()
    body.set('description', 'Une table')
    body.set('file', new Blob(['pixels'], { type: 'image/png' }), 'table.png')
    await ask(`http://atelier-morel.example:${port}/media`, { method: 'POST', body })
    expect(received).toContain('name="description"\r\n\r\nUne table')
    expect(received).toContain('filename="table.png"')
  })

  test('a failing status is an answer, even one nobody has heard of', async () => {
    const { port } = await serve(PUBLIC, (_, response) => response.writeHead(999).end('blocked'))
    const answer = await ask(`http://atelier-morel.example:${port}/`)
    expect(answer).toMatchObject({ status: 999, ok: false })
    expect(await answer.text()).toBe('blocked')
  })
})

describe('size', () => {
  const limit = { maxBytes: 1_000 }

  test('an answer that announces too much is not read', async () => {
    const { port } = await serve(PUBLIC, says('x'.repeat(1_001)))
    const refused = await failure(ask(`http://atelier-morel.example:${port}/`, limit))
    expect(refused).toMatchObject({ kind: 'too-large', requestSent: true })
  })

  test('an answer without end is cut', async () => {
    let closed = false
    const { port } = await serve(PUBLIC, (_, response) => {
      const more = () => {
        while (response.write('x'.repeat(500)));
      }
      response.on('drain', more).on('close', () => (closed = true))
      more()
    })
    const refused = await failure(ask(`http://atelier-morel.example:${port}/`, limit))
    expect(refused.kind).toBe('too-large')
    await expect.poll(() => closed).toBe(true)
  })

  test('a small answer that unpacks into a huge one is cut', async () => {
    const bomb = gzipSync(Buffer.alloc(1_000_000))
    const { port } = await serve(PUBLIC, (_, response) => {
      response.setHeader('content-encoding', 'gzip')
      response.end(bomb)
    })
    expect(bomb.length).toBeLessThan(2_000)
    const refused = await failure(
      ask(`http://atelier-morel.example:${port}/`, { maxBytes: 10_000 }),
    )
    expect(refused.kind).toBe('too-large')
  })

  test('an answer of just that size passes, unpacked', async () => {
    const { port } = await serve(PUBLIC, (_, response) => {
      response.setHeader('content-encoding', 'gzip')
      response.end(gzipSync('x'.repeat(1_000)))
    })
    const answer = await ask(`http://atelier-morel.example:${port}/`, limit)
    expect((await answer.text()).length).toBe(1_000)
  })
})

describe('time', () => {
  const soon = { timeoutMs: 150 }

  test('a server that does not answer is given up', async () => {
    const { port } = await serve(PUBLIC, () => {})
    const late = await failure(ask(`http://atelier-morel.example:${port}/`, soon))
    expect(late).toMatchObject({ kind: 'timeout', requestSent: true })
  })

  test('so is one that answers drop by drop', async () => {
    const { port } = await serve(PUBLIC, (_, response) => {
      const drops = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(drops))
    })
    const late = await failure(ask(`http://atelier-morel.example:${port}/`, soon))
    expect(late).toMatchObject({ kind: 'timeout', requestSent: true })
  })

  test('the limit is for all redirects together', async () => {
    const { port } = await serve(PUBLIC, (_, response) => {
      setTimeout(() => response.writeHead(302, { location: '/more' }).end(), 60)
    })
    const late = await failure(ask(`http://atelier-morel.example:${port}/`, soon))
    expect(late.kind).toBe('timeout')
  })

  test('a name that is never resolved is given up, and nothing was sent', async () => {
    const network: Network = { ...atelier, resolve: () => new Promise(() => {}) }
    const late = await failure(ask('https://slow.example/', soon, { network }))
    expect(late).toMatchObject({ kind: 'timeout', requestSent: false })
  })

  test('the caller may give up', async () => {
    const { port, seen } = await serve(PUBLIC, () => {})
    const stop = new AbortController()
    const given = failure(ask(`http://atelier-morel.example:${port}/`, { signal: stop.signal }))
    await expect.poll(() => seen.length).toBe(1)
    stop.abort()
    expect(await given).toMatchObject({ kind: 'aborted', requestSent: true })
  })
})

describe('a failure says whether the request may have been read', () => {
  test('no: nobody listens', async () => {
    const port = await unusedPort()
    const refused = await failure(ask(`http://atelier-morel.example:${port}/`))
    expect(refused).toMatchObject({ kind: 'connection-refused', requestSent: false })
  })

  test('no: the name does not exist', async () => {
    const refused = await failure(ask('https://nowhere.example/'))
    expect(refused).toMatchObject({ kind: 'dns', requestSent: false })
  })

  test('no: the other side speaks no TLS', async () => {
    const { port } = await serve(PUBLIC, says('plain'))
    const refused = await failure(ask(`https://atelier-morel.example:${port}/`))
    expect(refused).toMatchObject({ kind: 'tls', requestSent: false })
  })

  test('yes: the connection was cut after the request', async () => {
    const { port } = await serve(PUBLIC, (request) => request.socket.resetAndDestroy())
    const post = { method: 'POST', body: 'a post' }
    const cut = await failure(ask(`http://atelier-morel.example:${port}/`, post))
    expect(cut).toMatchObject({ kind: 'connection-reset', requestSent: true })
  })

  test('yes: the answer was cut in the middle', async () => {
    const { port } = await serve(PUBLIC, (request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half')
      setImmediate(() => request.socket.destroy())
    })
    const cut = await failure(ask(`http://atelier-morel.example:${port}/`))
    expect(cut).toMatchObject({ kind: 'connection-reset', requestSent: true })
  })

  test('yes: the answer is no HTTP', async () => {
    const server = net.createServer((socket) => socket.end('220 smtp.example ESMTP\r\n'))
    await new Promise<void>((resolve) => server.listen(0, PUBLIC, resolve))
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const odd = await failure(ask(`http://atelier-morel.example:${port}/`))
    expect(odd).toMatchObject({ kind: 'connection-reset', requestSent: true })
  })

  test('and never shows the path, which may hold a token', async () => {
    const port = await unusedPort()
    const refused = await failure(ask(`http://atelier-morel.example:${port}/bot-hunter2/send?k=v`))
    expect(refused.message).toContain('atelier-morel.example')
    expect(refused.message).not.toContain('hunter2')
  })
})

describe('an alias', () => {
  test('leads to one of our own servers, whatever the guard says', async () => {
    const { port, seen } = await serve(PRIVATE, says('sandbox'))
    const aliases = new Map<string, string>()
    const fetch = createFetch({ aliases })
    aliases.set('sandbox.vigie.internal', `http://127.0.0.1:${port}/_sandbox`)
    const answer = await fetch('https://sandbox.vigie.internal/api/posts?limit=2')
    expect(await answer.text()).toBe('sandbox')
    expect(seen[0]?.url).toBe('/_sandbox/api/posts?limit=2')
    expect(answer.url).toBe('https://sandbox.vigie.internal/api/posts?limit=2')
  })

  test('opens no way to the rest of that server', async () => {
    const { port, seen } = await serve(PRIVATE, says('sandbox'))
    const aliases = new Map([['sandbox.vigie.internal', `http://127.0.0.1:${port}/_sandbox`]])
    await createFetch({ aliases })('https://sandbox.vigie.internal/../../api/v1/session')
    expect(seen[0]?.url).toBe('/_sandbox/api/v1/session')
  })
})

describe('towards one host', () => {
  test('only a few requests are under way at once, and all are answered', async () => {
    let [now, most] = [0, 0]
    const { port } = await serve(PUBLIC, (_, response) => {
      most = Math.max(most, ++now)
      setTimeout(() => {
        now--
        response.end('ok')
      }, 10)
    })
    const fetch = createFetch({ network: atelier, perHost: { concurrent: 3, perSecond: 1_000 } })
    const url = `http://atelier-morel.example:${port}/`
    const all = Array.from({ length: 20 }, () => fetch(url, { allowHttp: true }))
    expect((await Promise.all(all)).every((answer) => answer.ok)).toBe(true)
    expect(most).toBe(3)
  })

  test('no more begin in a second than allowed', async () => {
    const at: number[] = []
    const { port } = await serve(PUBLIC, (_, response) => {
      at.push(performance.now())
      response.end('ok')
    })
    const fetch = createFetch({ network: atelier, perHost: { concurrent: 50, perSecond: 4 } })
    const url = `http://atelier-morel.example:${port}/`
    await Promise.all(Array.from({ length: 6 }, () => fetch(url, { allowHttp: true })))
    const [first = 0, , , , fifth = 0] = at
    expect(fifth - first).toBeGreaterThan(900)
  })

  test('a host that asks for patience is left alone for as long, by everybody, and still remembered', async () => {
    const at: number[] = []
    const { port } = await serve(PUBLIC, (_, response) => {
      at.push(performance.now())
      response.end('ok')
    })
    const fetch = createFetch({ network: atelier })
    const url = `http://atelier-morel.example:${port}/`
    const asks = () => fetch(url, { allowHttp: true, gapMs: 400 })
    await asks()
    await Promise.all([asks(), asks()])
    const [first = 0, second = 0, third = 0] = at
    expect(second - first).toBeGreaterThan(380)
    expect(third - second).toBeGreaterThan(380)
    const late = await failure(fetch(url, { allowHttp: true, gapMs: 60_000, timeoutMs: 50 }))
    expect(late).toMatchObject({ kind: 'timeout', requestSent: false })
    expect((await asks()).ok).toBe(true)
  })

  test('whoever waits too long for a turn is told, and nothing was sent', async () => {
    const { port, seen } = await serve(PUBLIC, () => {})
    const fetch = createFetch({ network: atelier, perHost: { concurrent: 1, perSecond: 100 } })
    const url = `http://atelier-morel.example:${port}/`
    const first = failure(fetch(url, { allowHttp: true, timeoutMs: 300 }))
    await expect.poll(() => seen.length).toBe(1)
    const second = await failure(fetch(url, { allowHttp: true, timeoutMs: 50 }))
    expect(second).toMatchObject({ kind: 'timeout', requestSent: false })
    expect(await first).toMatchObject({ kind: 'timeout', requestSent: true })
    expect(seen).toHaveLength(1)
  })
})
