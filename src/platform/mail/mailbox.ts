import { ImapFlow } from 'imapflow'
import type { GuardedLookup } from '#platform/fetch/dial.ts'
import { FetchFailure } from '#platform/fetch/failure.ts'

/** Where somebody's mail arrives. */
export interface MailboxServer {
  host: string
  port: number
  user: string
  password: string
}

/** An inbox opened to be read: nothing in it is marked, moved or deleted. */
export interface Mailbox {
  /** Changes when its numbers begin anew (UIDVALIDITY, RFC 9051, section 2.3.1.1). */
  validity: string
  /** The number that the next message will have, at least. */
  next: number
  /** The numbers of what came after this one, in order. @throws MailboxFailure */
  after(uid: number): Promise<number[]>
  /** The numbers of what came since this day, in order. @throws MailboxFailure */
  since(day: Date): Promise<number[]>
  /** One message, its beginning when it is long; null when it is there no more. @throws MailboxFailure */
  read(uid: number): Promise<Mail | null>
  close(): void
}

export interface Mail {
  uid: number
  bytes: Uint8Array
  /** When the server received it. */
  at: Date
}

/** Opens an inbox, encrypted but on this very machine. @throws MailboxFailure */
export type OpenMailbox = (server: MailboxServer) => Promise<Mailbox>

/**
 * Why a mailbox was not read. `refused`: the user name or the password. `busy`: the server asks to come back.
 * `nowhere`: there is no such server on the public internet. `trouble`: anything else.
 */
export class MailboxFailure extends Error {
  override readonly name = 'MailboxFailure'
  readonly kind: 'refused' | 'busy' | 'nowhere' | 'trouble'

  constructor(kind: MailboxFailure['kind'], message: string, cause?: unknown) {
    super(message, { cause })
    this.kind = kind
  }
}

/** What is read of one message: words come first in it, heavy attachments last. */
const MAX_BYTES = 1024 * 1024
/** A server that feeds us by drops is left. */
const LONGEST_MS = 120_000
const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/

export function createMailboxes(lookupOf: GuardedLookup): OpenMailbox {
  return async ({ host, port, user, password }) => {
    const isHere = loopback.test(host)
    const secure = port === 993
    const client = new ImapFlow({
      ...TIMES,
      host,
      port,
      secure,
      // A password must not be overheard.
      ...(secure ? {} : { doSTARTTLS: !isHere }),
      auth: { user, pass: password },
      tls: { lookup: await failing(async () => lookupOf(host, port)) },
      logger: false,
      disableAutoIdle: true,
      disableCompression: true,
      maxLineLength: 4 * MAX_BYTES,
      maxLiteralSize: 2 * MAX_BYTES,
    })
    // What breaks between two questions is told by the next one.
    client.on('error', () => {})
    const leave = setTimeout(() => client.close(), LONGEST_MS)
    const close = () => {
      clearTimeout(leave)
      client.close()
    }
    try {
      return await opened(client, close)
    } catch (error) {
      close()
      throw error
    }
  }
}

async function opened(client: ImapFlow, close: () => void): Promise<Mailbox> {
  await failing(() => client.connect())
  const { uidValidity, uidNext } = await failing(() =>
    client.mailboxOpen('INBOX', { readOnly: true }),
  )
  const found = (query: object) =>
    failing(async () => {
      const uids = await client.search(query, { uid: true })
      if (!uids) throw new Error('the server does not search')
      return uids.toSorted((a, b) => a - b)
    })
  return {
    validity: String(uidValidity),
    next: uidNext,
    close,
    // “*” is the last message even when its number is lower than what is asked for.
    after: async (uid) => (await found({ uid: `${uid + 1}:*` })).filter((one) => one > uid),
    since: (day) => found({ since: day }),
    read: (uid) =>
      failing(async () => {
        // The library asks for BODY.PEEK: what is read stays unread.
        const wanted = { source: { start: 0, maxLength: MAX_BYTES }, internalDate: true }
        const message = await client.fetchOne(String(uid), wanted, { uid: true })
        if (!message || !message.source) return null
        return { uid, bytes: message.source, at: new Date(message.internalDate ?? Number.NaN) }
      }),
  }
}

async function failing<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw failureOf(error)
  }
}

interface ImapError {
  message: string
  code: string
  authenticationFailed: boolean
  /** RFC 5530. */
  serverResponseCode: string
  responseText: string
}

function failureOf(error: unknown): MailboxFailure {
  const told: Partial<ImapError> = error instanceof Error ? error : {}
  const { serverResponseCode = '', responseText, message, code = '' } = told
  const words = [serverResponseCode && `[${serverResponseCode}]`, responseText ?? message, code]
  const detail = words.filter(Boolean).join(' ').slice(0, 300)
  const isNowhere =
    /^(ENOTFOUND|EAI_)/.test(code) ||
    (error instanceof FetchFailure && error.kind === 'private-address')
  if (isNowhere) return new MailboxFailure('nowhere', detail, error)
  if (/^(LIMIT|INUSE|OVERQUOTA)$/.test(serverResponseCode)) {
    return new MailboxFailure('busy', detail, error)
  }
  const isRefused = told.authenticationFailed === true && serverResponseCode !== 'UNAVAILABLE'
  return new MailboxFailure(isRefused ? 'refused' : 'trouble', detail, error)
}
