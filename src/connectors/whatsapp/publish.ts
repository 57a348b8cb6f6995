import { z } from 'zod'
import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { keepMessage, ofLetters } from '#connectors/_contract/letters.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import type { Text } from '#platform/text.ts'
import { callAs, settingsOf } from './account.ts'
import { windowIsOver } from './explain.ts'
import { sentSchema } from './letters.ts'
import { refuse, refuseLetter } from './refuse.ts'

export const publish: Publish = { publish: send, confirm, remove: ofLetters.remove, unanswerable }

/**
 * A post is written down for everybody on the list, in the company's template: from then on the desk sees to each of
 * them, once. An answer leaves at once, to one person.
 */
async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  if (outgoing.replyTo) return answer(tools, account, outgoing, outgoing.replyTo)
  const unfit = refuseLetter(outgoing, settingsOf(account).template)
  if (unfit) return unfit
  return keepMessage(tools, outgoing)
}

/** What an inbound message keeps for its answer. */
const dataSchema = z.object({ from: z.string() })

const DAY_MS = 24 * 3600_000

/** WhatsApp counts the day from what the person wrote last, whichever of their messages is answered. */
function unanswerable(_said: object, lastHeard: Date, now: Date): Text | null {
  const isOver = now.getTime() - lastHeard.getTime() > DAY_MS
  return isOver ? windowIsOver : null
}

async function answer(
  tools: Tools,
  account: Account,
  { text }: Outgoing,
  { remoteId, data }: NonNullable<Outgoing['replyTo']>,
): Promise<Outcome<Published>> {
  const asked = dataSchema.safeParse(data)
  if (!asked.success) return rejected('text', nobodyToAnswer)
  const { from } = asked.data
  const sent = await callAs(
    tools,
    account,
    {
      path: `/${account.remoteId}/messages`,
      method: 'POST',
      json: {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: from,
        context: { message_id: remoteId },
        type: 'text',
        text: { body: text.trim() },
      },
      publishes: true,
    },
    sentSchema,
  )
  if (!sent.ok) return sent
  const [message] = sent.value.messages
  return done({
    remoteId: message?.id ?? '',
    url: `https://wa.me/${from}`,
    publishedAt: tools.clock.now(),
  })
}

/** Letters are in the desk's own ledger. WhatsApp cannot be asked whether an answer left: a person is, in the end. */
function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  if (!outgoing.replyTo) return ofLetters.confirm(tools, account, outgoing)
  return Promise.resolve(
    failed({ kind: 'unknown-outcome', detail: 'WhatsApp does not tell what was sent' }),
  )
}

const nobodyToAnswer = {
  en: 'Vigie does not know whom this message came from: answer it on your telephone.',
  fr: 'Vigie ne sait pas de qui vient ce message : répondez-y depuis votre téléphone.',
}
