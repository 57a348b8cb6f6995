import type { Account } from './account.ts'
import type { Outcome } from './failure.ts'
import type { Letter } from './mailing.ts'
import type { Tools } from './tools.ts'

/** One letter for one person, by whatever the account sends letters. */
export interface LetterFor extends Letter {
  to: { name: string; address: string }
  /** Its name, the same at every attempt; without brackets. */
  messageId: string
  at: Date
  /**
   * The address by which the person leaves the list: a page, and one click for mail programs (RFC 8058). It ends with
   * the word that `Returned.token` names.
   */
  unsubscribe: string
}

/** For networks that write to people one by one. */
export interface Letters {
  /** What its list is made of; e-mail addresses unless said: `phone` is a number in E.164 (`+33612345678`). */
  addresses?: 'phone'
  /**
   * Opens a way to send several. `send` answers `unknown-outcome` whenever the letter may have left, and `rejected` by
   * the field `to` when the address itself takes no letters.
   */
  open(tools: Tools, account: Account): Promise<Outcome<LetterBox>>
}

export interface LetterBox {
  send(letter: LetterFor): Promise<Outcome<null>>
  close(): void
}
