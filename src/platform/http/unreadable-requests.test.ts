/** What never comes as far as a route is answered like everything else at the door. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { openTestDesk } from '#support/desk.ts'

const { stranger, listen } = await openTestDesk({ connectors: [] })

test.each([
  [`/posts/${'x'.repeat(5_000)}`, 414, 'request.address_too_long'],
  ['/posts/%E0%A4%A', 400, 'request.malformed'],
])('an address that no route could have: %.20s…', async (address, status, code) => {
  // Not to read: what is read and is nowhere may be a screen.
  const answer = await stranger.delete(address, undefined, { 'accept-language': 'fr' })
  expect(answer).toMatchObject({ status, body: { status, code } })
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
  expect(answer.body.detail).toMatch(/L’une de ses parties|La requête est illisible/)
})

test.each([
  [`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`, 431, 'request.headers_too_large'],
  ['Bonjour\r\n\r\n', 400, 'request.malformed'],
])('what Node cannot read: %.10s…', async (request, status, code) => {
  const { port } = new URL(await listen())
  const socket = connect(Number(port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(request)
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(head).toContain('content-type: application/problem+json')
  expect(JSON.parse(body)).toMatchObject({ status, code })
})
