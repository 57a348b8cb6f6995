import { createHash } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { expect, onTestFinished, test, vi } from 'vitest'
import { atelier, failure, PRIVATE, PUBLIC } from './fixture.ts'
import { createLive, type LiveInit } from './live.ts'
import { MOST_WAITING } from './live-socket.ts'

/** A server that upgrades whoever asks (RFC 6455, 4.2.2), then does what the test says. */
async function serve(address: string, welcome: (stream: Duplex) => void, refuses = 0) {
  const streams: Duplex[] = []
  const server = http.createServer()
  server.on('upgrade', (request, stream: Duplex) => {
    streams.push(stream)
    stream.on('error', () => {})
    if (refuses) return stream.end(`HTTP/1.1 ${refuses} No\r\ncontent-length: 0\r\n\r\n`)
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64')
    stream.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
    welcome(stream)
  })
  await new Promise<void>((resolve) => server.listen(0, address, resolve))
  onTestFinished(() => {
    for (const stream of streams) stream.destroy()
    server.close()
  })
  return `ws://atelier-morel.example:${(server.address() as AddressInfo).port}/`
}

/** A text message of less than 65,536 bytes, in one frame. */
function frame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const head =
    length < 126 ? Buffer.from([0x81, length]) : Buffer.from([0x81, 126, length >> 8, length & 255])
  return Buffer.concat([head, Buffer.from(text)])
}

function open(url: string, init: Partial<LiveInit> = {}) {
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const live = createLive({ network: atelier })
  return live.socket(url, { signal: stop.signal, allowHttp: true, ...init })
}

test('messages are handed over in order, as many as wait', async () => {
  const url = await serve(PUBLIC, (stream) => {
    stream.write(Buffer.concat([frame('one'), frame('two'), frame('three')]))
  })
  const socket = await open(url)
  const heard: string[] = []
  while (heard.length < 3) heard.push(...(await socket.next()))
  expect(heard).toEqual(['one', 'two', 'three'])
})

test('a slow reader makes the other side wait; what waits here stays bounded, and nothing is lost', async () => {
  const TOLD = 200_000
  let written = 0
  const message = (index: number) => `${index} ${'x'.repeat(500)}`
  const url = await serve(PUBLIC, (stream) => {
    const more = () => {
      while (written < TOLD) if (!stream.write(frame(message(written++)))) break
    }
    stream.on('drain', more)
    more()
  })
  const socket = await open(url)
  // The other side is held back long before it has said everything: it says nothing more.
  let before = -1
  await vi.waitFor(
    () => {
      const now = written
      const stands = now === before
      before = now
      expect(stands).toBe(true)
    },
    { timeout: 10_000, interval: 200 },
  )
  expect(written).toBeLessThan(TOLD / 2)
  let next = 0
  let most = 0
  while (next < TOLD) {
    const messages = await socket.next()
    most = Math.max(most, messages.length)
    for (const heard of messages) if (heard !== message(next++)) expect.fail(`not ${next - 1}`)
  }
  // What one read of the network holds comes on top.
  expect(most).toBeLessThan(2 * MOST_WAITING)
}, 30_000)

test('a silence is over when not even a ping is answered', async () => {
  const url = await serve(PUBLIC, (stream) => void stream.write(frame('only word')))
  const socket = await open(url, { quietMs: 200 })
  expect(await socket.next()).toEqual(['only word'])
  expect(await failure(socket.next())).toMatchObject({ kind: 'timeout' })
})

test('a quiet server that answers pings is heard on', async () => {
  let pings = 0
  const url = await serve(PUBLIC, (stream) => {
    stream.on('data', (data: Buffer) => {
      if (((data[0] ?? 0) & 0x0f) !== 9) return
      pings++
      stream.write(Buffer.from([0x8a, 0]))
      if (pings === 4) stream.write(frame('still here'))
    })
  })
  const socket = await open(url, { quietMs: 200 })
  expect(await socket.next()).toEqual(['still here'])
  expect(pings).toBe(4)
})

test('what was said before a cut is still handed over', async () => {
  const url = await serve(PUBLIC, (stream) => {
    stream.write(frame('last word'), () => stream.destroy())
  })
  const socket = await open(url)
  expect(await socket.next()).toEqual(['last word'])
  expect(await failure(socket.next())).toMatchObject({ kind: 'connection-reset' })
})

test('told to stop, it stops; a refusal says its status', async () => {
  const stop = new AbortController()
  const socket = await open(await serve(PUBLIC, () => {}), { signal: stop.signal })
  const waiting = failure(socket.next())
  stop.abort()
  expect(await waiting).toMatchObject({ kind: 'aborted' })
  const refused = await failure(open(await serve(PUBLIC, () => {}, 429)))
  expect(refused.message).toContain('429')
})

test('only encrypted addresses of the internet are dialled', async () => {
  const url = await serve(PRIVATE, () => {})
  expect(await failure(open(url.replace('atelier-morel.example', PRIVATE)))).toMatchObject({
    kind: 'private-address',
  })
  for (const address of [url, 'https://atelier-morel.example/', 'file:///etc/passwd']) {
    expect(await failure(open(address, { allowHttp: false }))).toMatchObject({ kind: 'bad-url' })
  }
})
