import type { Account, Letters, Tools } from '#connectors/_contract/connector.ts'
import { done } from '#connectors/_contract/failure.ts'
import { settingsOf } from './account.ts'
import { gatewayOf } from './gateway-of.ts'
import { wordsFor } from './stop.ts'

/** One message for one number. */
export const letters: Letters = {
  addresses: 'phone',
  async open(tools: Tools, account: Account) {
    const settings = settingsOf(account)
    const opened = await gatewayOf(tools, account).open()
    if (!opened.ok) return opened
    const sendOne = opened.value
    return done({
      send: (letter) => sendOne(letter.to.address, wordsFor(settings, letter)),
      close() {},
    })
  },
}
