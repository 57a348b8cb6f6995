import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { GuardedDial } from '#platform/fetch/dial.ts'

/** Where a company's letters leave from. */
export interface MailServer {
  host: string
  port: number
  user?: string
  password?: string
}

/** One letter for one person. */
export interface Posting {
  from: { name: string; address: string }
  to: { name: string; address: string }
  replyTo?: string
  subject: string
  text: string
  html: string
  /** Shown inside the HTML by `cid:`. */
  pictures: { cid: string; type: string; bytes: Uint8Array }[]
  /** Attached, for whoever opens them. */
  files?: { name: string; type: string; bytes: Uint8Array }[]
  /** Without its brackets. */
  messageId: string
  date: Date
  headers: Record<string, string>
}

/** A conversation with a mail server, open for several letters. */
export interface Courier {
  /** @throws MailFailure */
  send(posting: Posting): Promise<void>
  close(): void
}

interface SMTPError {
  message: string
  responseCode: number
  command: string
}

/** Opens a conversation, encrypted but on this very machine. @throws MailFailure */
export type OpenCourier = (server: MailServer) => Promise<Courier>

/** Why a letter did not leave, or may not have. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure'
  readonly step: 'connect' | 'login' | 'letter'
  /** The server's reply (RFC 5321), when there was one. */
  readonly code: number | undefined
  /** Whether it is the address of the person that was refused. */
  readonly isAddress: boolean
  /** Whether the server may have taken it: its content left and no reply came. */
  readonly isDoubt: boolean

  constructor(step: MailFailure['step'], error: unknown, isDoubt = false) {
    const { message, responseCode, command } = error as Partial<SMTPError>
    super(message ?? String(error), { cause: error })
    this.step = step
    this.code = responseCode
    this.isAddress = command === 'RCPT TO'
    this.isDoubt = isDoubt && responseCode === undefined
  }
}

const TIMES = { greetingTimeout: 10_000, connectionTimeout: 10_000, socketTimeout: 60_000 }

export function createCouriers(dial: GuardedDial): OpenCourier {
  return async (server) => {
    const connection = await open(dial, server)
    await logIn(connection, server).catch((error: unknown) => {
      connection.close()
      throw error
    })
    return {
      send: (posting) => hand(connection, posting),
      close: () => connection.quit(),
    }
  }
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/

async function open(dial: GuardedDial, { host, port }: MailServer): Promise<SMTPConnection> {
  const socket = await dial(host, port).catch((error: unknown) => {
    throw new MailFailure('connect', error)
  })
  const connection = new SMTPConnection({
    ...TIMES,
    host,
    port,
    connection: socket,
    secure: port === 465,
    // A password must not be overheard.
    requireTLS: port !== 465 && !loopback.test(host),
    ignoreTLS: loopback.test(host),
  })
  return new Promise((resolve, reject) => {
    connection.once('error', (error) => reject(new MailFailure('connect', error)))
    connection.connect(() => {
      connection.removeAllListeners('error')
      // What breaks between two letters is told by the next one.
      connection.on('error', () => {})
      resolve(connection)
    })
  })
}

function logIn(connection: SMTPConnection, { user, password = '' }: MailServer): Promise<void> {
  if (!user) return Promise.resolve()
  return new Promise((resolve, reject) => {
    connection.login({ credentials: { user, pass: password } }, (error) =>
      error ? reject(new MailFailure('login', error)) : resolve(),
    )
  })
}

async function hand(connection: SMTPConnection, posting: Posting): Promise<void> {
  const { from, to, pictures, files = [], messageId, ...rest } = posting
  const composer = new MailComposer({
    ...rest,
    from,
    to,
    messageId: `<${messageId}>`,
    attachments: [
      ...pictures.map(({ cid, type, bytes }) => ({
        cid,
        filename: cid.split('@')[0] ?? cid,
        contentType: type,
        content: Buffer.from(bytes),
        contentDisposition: 'inline' as const,
      })),
      ...files.map(({ name, type, bytes }) => ({
        filename: name,
        contentType: type,
        content: Buffer.from(bytes),
      })),
    ],
    // Content comes from people: no address or path in it is ever opened.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const whole = await composer.compile().build()
  let begun = false
  const content = Readable.from(
    (function* () {
      begun = true
      yield whole
    })(),
  )
  const failed = await given(connection, { from: from.address, to: [to.address] }, content)
  if (!failed) return
  const failure = new MailFailure('letter', failed, begun)
  // A letter that was refused is still half said: the next one begins anew.
  if (failure.code !== undefined) await new Promise((resolve) => connection.reset(resolve))
  throw failure
}

/** @returns what went wrong, if anything */
function given(
  connection: SMTPConnection,
  envelope: { from: string; to: string[] },
  content: Readable,
): Promise<Error | null> {
  return new Promise((resolve) => {
    const end = () => resolve(new Error('the server hung up'))
    connection.once('error', resolve)
    connection.once('end', end)
    connection.send(envelope, content, (error) => {
      connection.removeListener('error', resolve)
      connection.removeListener('end', end)
      resolve(error ?? null)
    })
  })
}
