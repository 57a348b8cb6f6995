import { z } from 'zod'
import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { MailFailure } from '#platform/mail/courier.ts'
import { domainOf, settingsOf } from './account.ts'
import { plainBodies } from './bodies.ts'
import { serverOf } from '#connectors/_mail/outgoing.ts'
import { failureOf } from '#connectors/_mail/smtp-words.ts'

const heardSchema = z.object({
  to: z.string(),
  subject: z.string(),
  references: z.array(z.string()),
})

/** One answer to one person, in the thread of what they wrote (RFC 5322, section 3.6.4). */
export async function answer(
  tools: Tools,
  account: Account,
  { id, text, images, replyTo, language }: Outgoing,
): Promise<Outcome<Published>> {
  const heard = heardSchema.safeParse(replyTo?.data)
  if (!replyTo || !heard.success) return rejected('text', nobodyToAnswer)
  if (images.length > 0) return rejected('images', onlyWords)
  const { to, subject, references } = heard.data
  const { name, replyTo: answersGoTo } = settingsOf(account)
  const server = serverOf(account)
  const messageId = `${id}@${domainOf(account)}`
  const at = tools.clock.now()
  if (!tools.courier) return failed({ kind: 'transient', detail: 'this desk sends no letter' })
  try {
    const courier = await tools.courier(server)
    try {
      await courier.send({
        from: { name, address: account.remoteId },
        to: { name: '', address: to },
        ...(answersGoTo ? { replyTo: answersGoTo } : {}),
        subject: /^(?:re|ré|aw|sv)\s*:/iu.test(subject) ? subject : `Re: ${subject}`,
        ...plainBodies(text, language),
        pictures: [],
        messageId,
        date: at,
        headers: {
          ...(replyTo.remoteId.includes('@') ? { 'In-Reply-To': `<${replyTo.remoteId}>` } : {}),
          ...(references.length > 0
            ? { References: references.map((one) => `<${one}>`).join(' ') }
            : {}),
        },
      })
    } finally {
      courier.close()
    }
  } catch (error) {
    if (error instanceof MailFailure && error.isAddress && (error.code ?? 0) >= 500) {
      return rejected('text', refusedAddress(to))
    }
    return failureOf(tools, server.host, error)
  }
  return done({ remoteId: messageId, url: `mailto:${to}`, publishedAt: at })
}

const nobodyToAnswer = {
  en: 'It is not known any more to whom this answers: write from your mail program.',
  fr: 'On ne sait plus à qui répondre : écrivez depuis votre messagerie.',
}

const onlyWords = {
  en: 'An answer from the desk leaves without pictures.',
  fr: 'Une réponse envoyée d’ici part sans image.',
}

const refusedAddress = (address: string) => ({
  en: `The mail server does not know ${address}.`,
  fr: `Le serveur de messagerie ne connaît pas l’adresse ${address}.`,
})
