// A Nostr relay that keeps everything in memory. Settings come as JSON in the first argument; prints "READY" once it
// listens. With `asksWho`, it serves nobody who has not said who they are (NIP-42).
import core from '@nostr-relay/core'
import sqlite from '@nostr-relay/event-repository-sqlite'
import validation from '@nostr-relay/validator'
import { WebSocketServer } from 'ws'

const { port, asksWho } = JSON.parse(process.argv[2])
const repository = new sqlite.EventRepositorySqlite(':memory:')
await repository.init()
// By itself it answers the same question from memory for a second.
const settings = { filterResultCacheTtl: 0, ...(asksWho ? { hostname: '127.0.0.1' } : {}) }
const relay = new core.NostrRelay(repository, settings)
const validator = new validation.Validator()
const sockets = new WebSocketServer({ host: '127.0.0.1', port })

sockets.on('connection', (socket) => {
  relay.handleConnection(socket)
  socket.on('message', async (data) => {
    try {
      const message = await validator.validateIncomingMessage(data)
      if (asksWho && message[0] !== 'AUTH' && !relay.isAuthorized(socket)) {
        const words = 'auth-required: we only serve registered people'
        const [verb, about] = message
        const answer = verb === 'EVENT' ? ['OK', about.id, false, words] : ['CLOSED', about, words]
        socket.send(JSON.stringify(answer))
        return
      }
      await relay.handleMessage(socket, message)
    } catch (error) {
      socket.send(JSON.stringify(['NOTICE', error.message]))
    }
  })
  socket.on('close', () => relay.handleDisconnect(socket))
})
sockets.on('listening', () => process.stdout.write('READY\n'))
