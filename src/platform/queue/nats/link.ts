import { isIP } from 'node:net'
import { checkServerIdentity, type PeerCertificate } from 'node:tls'
import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream'
import { jetstream } from '@nats-io/jetstream'
import type { NatsConnection } from '@nats-io/transport-node'
import { connect, credsAuthenticator } from '@nats-io/transport-node'
import type { Log } from '#platform/log.ts'
import { QueueRefused, type QueueSettings } from '../queue.ts'
import type { Text } from '#platform/text.ts'
import { prepareStream } from './stream.ts'
import { refusalOf, silent } from './troubles.ts'

/** A connection over which everything is ready. */
export interface Line {
  nats: NatsConnection
  js: JetStreamClient
  manager: JetStreamManager
}

/** Keeps one connection, and opens it again for as long as it takes. */
export interface Link {
  /** Undefined while there is none. */
  line(): Line | undefined
  trouble(): Text
  close(): Promise<void>
}

/** A server that answers does so in milliseconds; a start waits no longer for one that does not. */
const FIRST_MS = 3_000
const AGAIN_MS = 1_000
/** Of an answer from JetStream. */
const ANSWER_MS = 5_000

/** @throws QueueRefused when a server answers and will not do; one that does not answer is waited for, beside */
export async function openLink(settings: QueueSettings, log: Log): Promise<Link> {
  let line: Line | undefined
  let trouble: Text = silent
  const closing = new AbortController()

  async function open(): Promise<void> {
    const nats = await connect({
      ...accessOf(settings),
      servers: [...settings.servers],
      ...(settings.tls ? { tls: encryption(settings) } : {}),
      name: 'vigie',
      timeout: FIRST_MS,
      maxReconnectAttempts: -1,
      reconnectTimeWait: AGAIN_MS,
      // A password put right on the server needs no restart here.
      ignoreAuthErrorAbort: true,
    })
    try {
      await ready(nats)
    } catch (error) {
      await nats.close()
      throw error
    }
    void follow(nats)
  }

  async function ready(nats: NatsConnection): Promise<void> {
    const js = jetstream(nats, { timeout: ANSWER_MS })
    const manager = await js.jetstreamManager()
    await prepareStream(nats, manager, settings)
    line = { nats, js, manager }
  }

  /** The client reconnects by itself; we only keep what it says in mind. */
  async function follow(nats: NatsConnection): Promise<void> {
    for await (const status of nats.status()) {
      if (closing.signal.aborted) return
      if (status.type === 'disconnect') {
        line = undefined
        trouble = silent
        log.warn({}, 'the queue is gone; what is collected waits for it')
      } else if (status.type === 'error') {
        trouble = refusalOf(status.error, settings)?.text ?? trouble
      } else if (status.type === 'reconnect') {
        await makeReady(nats)
      }
    }
    line = undefined
    if (!closing.signal.aborted) void keepTrying()
  }

  /** A server that was lost with its disk is furnished anew. */
  async function makeReady(nats: NatsConnection): Promise<void> {
    while (!closing.signal.aborted && !nats.isClosed()) {
      try {
        await ready(nats)
        log.info({}, 'the queue is there')
        return
      } catch (error) {
        learn(error)
        await pause(AGAIN_MS, closing.signal)
      }
    }
  }

  async function keepTrying(): Promise<void> {
    while (!closing.signal.aborted) {
      await pause(AGAIN_MS, closing.signal)
      if (closing.signal.aborted) return
      try {
        await open()
        log.info({}, 'the queue is there')
        return
      } catch (error) {
        learn(error)
      }
    }
  }

  function learn(error: unknown): void {
    trouble = refusalOf(error, settings)?.text ?? silent
  }

  try {
    await open()
  } catch (error) {
    const refusal = refusalOf(error, settings)
    if (refusal) throw new QueueRefused(refusal.text, error)
    log.warn({}, 'the queue does not answer; what is collected waits for it')
    void keepTrying()
  }

  return {
    line: () => line,
    trouble: () => trouble,
    async close() {
      closing.abort()
      const nats = line?.nats
      line = undefined
      // What was said to be done is sent before we leave.
      await nats?.drain().catch(() => nats.close())
    },
  }
}

/**
 * The client (3.4.0) gives Node no name to look for in the certificate of a server that is addressed by number, and Node then
 * looks for “localhost”: it is asked to be of one of the numbers that we were given.
 */
function encryption({ servers }: QueueSettings) {
  const numbers = servers
    .map((server) => server.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1'))
    .filter((host) => isIP(host) !== 0)
  return {
    handshakeFirst: false,
    checkServerIdentity(name: string, certificate: PeerCertificate): Error | undefined {
      const mistake = checkServerIdentity(name, certificate)
      if (!mistake || name !== 'localhost') return mistake
      const mistakes = numbers.map((number) => checkServerIdentity(number, certificate))
      return mistakes.includes(undefined) ? undefined : (mistakes[0] ?? mistake)
    },
  }
}

function accessOf({ user, password, token, creds }: QueueSettings) {
  if (creds !== undefined) {
    return { authenticator: credsAuthenticator(new TextEncoder().encode(creds)) }
  }
  if (token !== undefined) return { token }
  return user === undefined ? {} : { user, pass: password ?? '' }
}

/** Waits, or less when told to stop. */
export function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stop.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    stop.addEventListener('abort', end)
    if (stop.aborted) end()
  })
}
