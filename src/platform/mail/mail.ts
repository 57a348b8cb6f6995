import nodemailer from 'nodemailer'
import type { Log } from '../log.ts'

export interface Letter {
  to: string
  subject: string
  /** Plain text; every letter is readable without HTML. */
  text: string
  html?: string
  /** Extra headers, such as List-Unsubscribe. */
  headers?: Record<string, string>
}

/**
 * What became of a letter. `no-server`: this desk knows no mail server. `refused`: the server will never take it.
 * `later`: nothing was sent, trying again may succeed.
 */
export type Posted =
  | { outcome: 'sent' }
  | { outcome: 'no-server' }
  | { outcome: 'refused' | 'later'; said: string }

export interface Mail {
  /** Whether letters can leave at all. */
  ready: boolean
  send(letter: Letter): Promise<Posted>
  close(): void
}

/**
 * Sends letters by an SMTP server.
 * @param url `smtp://user:password@host:587` or `smtps://…`; undefined: no letter can leave
 * @param from the sender's address, with or without a name
 */
export function openMail(url: string | undefined, from: string, log: Log): Mail {
  if (!url) return { ready: false, send: async () => ({ outcome: 'no-server' }), close() {} }
  const transport = nodemailer.createTransport(url, {
    from,
    // A server that hangs must not hang us.
    ...({ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as object),
  })
  return {
    ready: true,
    async send(letter) {
      try {
        await transport.sendMail(letter)
        return { outcome: 'sent' }
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error)
        log.warn({ error: said }, 'a letter was not sent')
        return { outcome: isFinal(error) ? 'refused' : 'later', said }
      }
    },
    close: () => transport.close(),
  }
}

/** A reply code of the 5xx series is a permanent refusal (RFC 5321, section 4.2.1). */
function isFinal(error: unknown): boolean {
  const code = (error as { responseCode?: number }).responseCode
  return code !== undefined && code >= 500
}
