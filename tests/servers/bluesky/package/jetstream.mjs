// Speaks the wire of Jetstream's `/subscribe` (bluesky-social/jetstream, docs/README.md, section 5), fed by the event
// stream of a real PDS: the records and their CIDs are those it signed. `POST /_test/…` makes it misbehave.
// Settings come as JSON in the first argument; prints "READY" once it hears the PDS.
import { createServer } from 'node:http'
import { IdResolver } from '@atproto/identity'
import { Firehose } from '@atproto/sync'
import { WebSocketServer } from 'ws'

const { port, pdsUrl, plcUrl } = JSON.parse(process.argv[2])
/** What it remembers, oldest first. */
let events = []
let isStalled = false
let lastUs = 0

const jsonOf = (record) =>
  JSON.parse(
    JSON.stringify(record, (_, value) =>
      value && typeof value === 'object' && 'multihash' in value ? { $link: String(value) } : value,
    ),
  )

const firehose = new Firehose({
  service: pdsUrl.replace(/^http/, 'ws'),
  idResolver: new IdResolver({ plcUrl }),
  unauthenticatedCommits: true,
  unauthenticatedHandles: true,
  getCursor: () => 0,
  onError: (error) => process.stderr.write(`${error.message}\n`),
  handleEvent(event) {
    const us = Math.max(Date.now() * 1000, lastUs + 1)
    lastUs = us
    remember({ did: event.did, time_us: us, cursor: event.seq, ...bodyOf(event) })
  },
})

function bodyOf(event) {
  const { seq, time, did, rev, collection, rkey, event: operation } = event
  if (operation === 'account') {
    const { active, status } = event
    return { kind: 'account', account: { active, did, seq, time, ...(status ? { status } : {}) } }
  }
  if (operation === 'identity') {
    return { kind: 'identity', identity: { did, handle: event.handle, seq, time } }
  }
  if (operation === 'sync') return { kind: 'sync' }
  const written =
    operation === 'delete' ? {} : { record: jsonOf(event.record), cid: String(event.cid) }
  return { kind: 'commit', commit: { rev, operation, collection, rkey, ...written } }
}

function remember(event) {
  if (event.kind === 'sync') return
  events.push(event)
  for (const client of sockets.clients) tell(client, event)
}

function tell(client, event) {
  if (isStalled || client.readyState !== client.OPEN) return
  const { wanted } = client
  const isWanted =
    event.kind !== 'commit' || wanted.length === 0 || wanted.includes(event.commit.collection)
  if (isWanted) client.send(JSON.stringify(event))
}

const sockets = new WebSocketServer({ noServer: true })
const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost')
  let body = ''
  for await (const part of request) body += part
  const deeds = {
    '/_test/cut': () => sockets.clients.forEach((client) => client.terminate()),
    '/_test/stall': () => {
      isStalled = true
      // Not even a pong: the machine is there, nobody is home.
      for (const client of sockets.clients) client._socket.removeAllListeners('data')
    },
    '/_test/recover': () => (isStalled = false),
    '/_test/say': () => sockets.clients.forEach((client) => client.send(body)),
    '/_test/forget': () => (events = []),
    '/_test/state': () => ({ clients: sockets.clients.size, events, asked }),
  }
  const answer = deeds[url.pathname]?.()
  response.end(JSON.stringify(answer ?? {}))
})
const asked = []
server.on('upgrade', (request, stream, head) => {
  const url = new URL(request.url, 'http://localhost')
  if (url.pathname !== '/subscribe') return stream.end('HTTP/1.1 404 Not Found\r\n\r\n')
  sockets.handleUpgrade(request, stream, head, (client) => {
    client.wanted = url.searchParams.getAll('wantedCollections')
    const cursor = url.searchParams.get('cursor')
    asked.push(url.search)
    // A cursor of the future, or none, is the present.
    if (cursor !== null) {
      for (const event of events) if (event.time_us >= Number(cursor)) tell(client, event)
    }
  })
})
server.listen(port, '127.0.0.1', () => {
  void firehose.start()
  process.stdout.write('READY\n')
})
