import type { LetterBox, LetterFor, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import type { Courier, MailServer, Posting } from '#platform/mail/courier.ts'
import { failureOf } from './smtp-words.ts'

/** Opens a conversation with a mail server. @returns one of the five failures, whatever the server does */
async function openCourier(tools: Tools, server: MailServer): Promise<Outcome<Courier>> {
  if (!tools.courier) return failed({ kind: 'transient', detail: 'this desk sends no letter' })
  try {
    return done(await tools.courier(server))
  } catch (error) {
    return failureOf(tools, server.host, error)
  }
}

/** Opens a way to send several letters by a mail server, each as `postingOf` writes it. */
export async function openLetterBox(
  tools: Tools,
  server: MailServer,
  postingOf: (letter: LetterFor) => Posting | Promise<Posting>,
): Promise<Outcome<LetterBox>> {
  const opened = await openCourier(tools, server)
  if (!opened.ok) return opened
  const courier = opened.value
  return done({
    close: () => courier.close(),
    async send(letter) {
      try {
        await courier.send(await postingOf(letter))
        return done(null)
      } catch (error) {
        return failureOf(tools, server.host, error)
      }
    },
  })
}

/** Logs in and leaves: nothing is sent. */
export async function knockAt(tools: Tools, server: MailServer): Promise<Outcome<null>> {
  const opened = await openCourier(tools, server)
  if (!opened.ok) return opened
  opened.value.close()
  return done(null)
}

/** A server and its port, as people type them; null when it is none. */
export function placeOf(typed: string, usual: number): { host: string; port: number } | null {
  const [, host, port = usual] = /^([^\s:/]+|\[[^\]]+\])(?::(\d+))?$/.exec(typed) ?? []
  return host ? { host, port: Number(port) } : null
}

/** There is no such server, or none on the public internet. */
export const isNowhere = ({ detail }: Failure) => /^(dns|private-address|bad-url):/.test(detail)

export const notAMailbox = {
  en: 'This is not an e-mail address.',
  fr: 'Ceci n’est pas une adresse e-mail.',
}

export const noMailServer = (host: string) => ({
  en: `No mail server can be reached at ${host}.`,
  fr: `Aucun serveur de messagerie n’est joignable à l’adresse ${host}.`,
})
