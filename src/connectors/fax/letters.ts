import type { Account, LetterFor, Letters, Tools } from '#connectors/_contract/connector.ts'
import { done, failed } from '#connectors/_contract/failure.ts'
import { failureOf } from '#connectors/_mail/smtp-words.ts'
import type { Posting } from '#platform/mail/courier.ts'
import { serverOf, settingsOf } from './account.ts'
import { addressOf } from './gateways.ts'
import { pagesOf } from './page.ts'

/** One fax for one number: a letter to the gateway, whose pages are attached. */
export const letters: Letters = {
  addresses: 'phone',
  async open(tools: Tools, account: Account) {
    const server = serverOf(account)
    if (!tools.courier) return failed({ kind: 'transient', detail: 'this desk sends no letter' })
    try {
      const courier = await tools.courier(server)
      return done({
        close: () => courier.close(),
        async send(letter: LetterFor) {
          const posting = await postingOf(account, letter)
          try {
            await courier.send(posting)
            return done(null)
          } catch (error) {
            return failureOf(tools, server.host, error)
          }
        },
      })
    } catch (error) {
      return failureOf(tools, server.host, error)
    }
  },
}

/** Nothing but the pages: some gateways print the words of the letter as well. */
export async function postingOf(account: Account, letter: LetterFor): Promise<Posting> {
  const { sender, pattern } = settingsOf(account)
  const domain = account.remoteId.split('@')[1] ?? 'localhost'
  const bytes = await pagesOf(sender, letter)
  return {
    from: { name: '', address: account.remoteId },
    to: { name: '', address: addressOf(pattern, letter.to.address) },
    subject: '',
    text: '',
    html: '',
    pictures: [],
    files: [{ name: 'fax.pdf', type: 'application/pdf', bytes }],
    messageId: `${letter.messageId}@${domain}`,
    date: letter.at,
    headers: {},
  }
}
