import { z } from 'zod'
import type { Account, LetterFor, Letters, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { callAs, settingsOf } from './account.ts'
import { noTemplate, wrongParagraphs } from './refuse.ts'
import { findTemplate, paragraphsOf, type Template } from './template.ts'

export const sentSchema = z.object({ messages: z.array(z.object({ id: z.string() })).min(1) })

/** One message for one number, in the company's approved template. */
export const letters: Letters = {
  addresses: 'phone',
  async open(tools: Tools, account: Account) {
    const { businessAccount, template } = settingsOf(account)
    if (!template) return rejected('text', noTemplate)
    // It may have been paused or changed since.
    const found = await findTemplate(tools, account, businessAccount, template)
    if (!found.ok) return found
    return done({ send: (letter) => send(tools, account, found.value, letter), close() {} })
  },
}

async function send(
  tools: Tools,
  account: Account,
  { name, language, places }: Template,
  letter: LetterFor,
): Promise<Outcome<null>> {
  const paragraphs = paragraphsOf(letter.text)
  if (paragraphs.length !== places) return rejected('text', wrongParagraphs(name, places))
  const parameters = paragraphs.map((text) => ({ type: 'text', text }))
  const sent = await callAs(
    tools,
    account,
    {
      path: `/${account.remoteId}/messages`,
      method: 'POST',
      json: {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: letter.to.address,
        type: 'template',
        template: {
          name,
          language: { code: language, policy: 'deterministic' },
          components: [{ type: 'body', parameters }],
        },
      },
      publishes: true,
    },
    sentSchema,
  )
  return sent.ok ? done(null) : sent
}
