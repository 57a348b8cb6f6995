import { createHash } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { describe, expect, onTestFinished, test } from 'vitest'
import { atelier, failure, PRIVATE, PUBLIC, unusedPort } from './fixture.ts'
import { createSockets } from './sockets.ts'
import type { SocketInit } from './sockets.ts'

/** A server that upgrades whoever asks (RFC 6455, 4.2.2), then does what the test says. */
async function serveSockets(address: string, welcome: (stream: Duplex) => void) {
  let upgrades = 0
  const server = http.createServer((_, response) => response.end('no socket here'))
  const streams: Duplex[] = []
  server.on('upgrade', (request, stream: Duplex) => {
    upgrades++
    streams.push(stream)
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
  return { port: (server.address() as AddressInfo).port, upgrades: () => upgrades }
}

/** A text message of less than 65,536 bytes, in one frame. */
function frame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const head =
    length < 126 ? Buffer.from([0x81, length]) : Buffer.from([0x81, 126, length >> 8, length & 255])
  return Buffer.concat([head, Buffer.from(text)])
}

const open = (url: string, init: SocketInit = {}) =>
  createSockets({ network: atelier })(url, { allowHttp: true, ...init })

const never = () => {}

describe('a socket', () => {
  test('hears what is said, in order, and says what it is given', async () => {
    const heard: Buffer[] = []
    const { port } = await serveSockets(PUBLIC, (stream) => {
      stream.write(Buffer.concat([frame('one'), frame('two')]))
      stream.on('data', (data: Buffer) => {
        heard.push(data)
        stream.write(frame('heard'))
      })
    })
    const socket = await open(`ws://atelier-morel.example:${port}/`)
    expect([await socket.next(), await socket.next()]).toEqual(['one', 'two'])
    socket.send('hello')
    expect(await socket.next()).toBe('heard')
    // Two bytes of head, four of mask.
    expect(Buffer.concat(heard)).toHaveLength(2 + 4 + 'hello'.length)
    socket.close()
    expect(await failure(socket.next())).toMatchObject({ kind: 'aborted' })
  })

  test('that the other side closed hands over what came before, then sends nothing more', async () => {
    const { port } = await serveSockets(PUBLIC, (stream) => stream.end(frame('last words')))
    const socket = await open(`ws://atelier-morel.example:${port}/`)
    expect(await socket.next()).toBe('last words')
    expect(await failure(socket.next())).toMatchObject({
      kind: 'connection-reset',
      requestSent: true,
    })
    const send = async () => socket.send('too late')
    expect(await failure(send())).toMatchObject({ kind: 'connection-reset', requestSent: false })
  })

  test('is over when its time is', async () => {
    const { port } = await serveSockets(PUBLIC, never)
    const socket = await open(`ws://atelier-morel.example:${port}/`, { timeoutMs: 200 })
    expect(await failure(socket.next())).toMatchObject({ kind: 'timeout', requestSent: true })
  })

  test('stops listening to who says too much', async () => {
    const { port } = await serveSockets(PUBLIC, (stream) => {
      for (let n = 0; n < 3; n++) stream.write(frame('x'.repeat(400)))
    })
    const socket = await open(`ws://atelier-morel.example:${port}/`, { maxBytes: 1000 })
    await socket.next()
    await socket.next()
    expect(await failure(socket.next())).toMatchObject({ kind: 'too-large' })
  })
})

describe('what is not dialled', () => {
  test.each(['ws://127.0.0.1', 'ws://[::1]', 'ws://0x7f000001', 'ws://10.1.2.3'])(
    '%s, a private address',
    async (origin) => {
      const { port, upgrades } = await serveSockets(PRIVATE, never)
      const real = createSockets()
      const refused = await failure(real(`${origin}:${port}/`, { allowHttp: true }))
      expect(refused).toMatchObject({ kind: 'private-address', requestSent: false })
      expect(upgrades()).toBe(0)
    },
  )

  test.each(['https://atelier-morel.example/', 'wss://us:secret@atelier-morel.example/', 'relay'])(
    '%s, which is no address of a socket',
    async (url) => {
      const refused = await failure(open(url))
      expect(refused).toMatchObject({ kind: 'bad-url', requestSent: false })
      expect(refused.message).not.toContain('secret')
    },
  )

  test('a plain one, unless it was asked for or allowed by the desk', async () => {
    const { port, upgrades } = await serveSockets(PRIVATE, never)
    const url = `ws://127.0.0.1:${port}/`
    expect(await failure(createSockets()(url))).toMatchObject({ kind: 'bad-url' })
    const allowed = createSockets({ allowPrivateHosts: [`127.0.0.1:${port}`] })
    ;(await allowed(url)).close()
    expect(upgrades()).toBe(1)
  })
})

test('where nobody answers, or no socket opens, nothing was sent', async () => {
  const nobody = await failure(open(`ws://atelier-morel.example:${await unusedPort()}/`))
  expect(nobody).toMatchObject({ kind: 'connection-refused', requestSent: false })
  expect(await failure(open('ws://unknown.example/'))).toMatchObject({ kind: 'dns' })
  const server = http.createServer((_, response) => response.writeHead(404).end())
  await new Promise<void>((resolve) => server.listen(0, PUBLIC, resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const refused = await failure(open(`ws://atelier-morel.example:${port}/`))
  expect(refused).toMatchObject({ kind: 'connection-refused', requestSent: false })
})
