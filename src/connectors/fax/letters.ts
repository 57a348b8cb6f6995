import type { Account, LetterFor, Letters } from '#connectors/_contract/connector.ts'
import { serverOf } from '#connectors/_mail/outgoing.ts'
import { openLetterBox } from '#connectors/_mail/server.ts'
import type { Posting } from '#platform/mail/courier.ts'
import { settingsOf } from './account.ts'
import { addressOf } from './gateways.ts'
import { pagesOf } from './page.ts'

/** One fax for one number: a letter to the gateway, whose pages are attached. */
export const letters: Letters = {
  addresses: 'phone',
  open: (tools, account) =>
    openLetterBox(tools, serverOf(account), (letter) => postingOf(account, letter)),
}

/** Nothing but the pages: some gateways print the words of the letter as well. */
async function postingOf(account: Account, letter: LetterFor): Promise<Posting> {
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
