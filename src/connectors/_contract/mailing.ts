import type { Account } from './account.ts'
import type { Outcome } from './failure.ts'
import type { Image } from './post.ts'
import type { Tools } from './tools.ts'

/** A letter to everybody on an account's list, as it is written down. */
export interface Letter {
  subject: string
  text: string
  language?: string
  /** Shown under the text, described. */
  images: Image[]
}

/** What was written down. */
export interface Mailing {
  id: string
  /** Where it can be read on the web. */
  url: string
  at: Date
}

export interface MailingCounts {
  /** Taken by the mail server of the person. */
  sent: number
  /** Still to leave. */
  waiting: number
}

/** The desk's own ledger of letters: one mailing for each key, one letter for each person, whatever happens. */
export interface Mailings {
  /**
   * Writes a letter down for everybody who wants it now; under a key that is there already, nothing changes.
   * @returns `rejected` when there is nobody to write to, or no way for them to leave the list
   */
  open(key: string, letter: Letter): Promise<Outcome<Mailing>>
  find(key: string): Promise<Mailing | null>
  /** What has not left stays, and its page is taken off. */
  stop(key: string): Promise<void>
  /** By key; what was stopped is left out. */
  counts(keys: string[]): Promise<Record<string, MailingCounts>>
  /** How many people want letters. */
  subscribers(): Promise<number>
  /**
   * Takes notice of what came back. One that was told before, or is of a letter that is not ours, changes nothing:
   * anybody can write to a mailbox, and only a letter of ours holds the address by which its person leaves.
   */
  returned(returns: Returned[]): Promise<void>
}

/** What came back of a letter after its mail server had taken it. */
export interface Returned {
  /** The name of the message that says so: however often it is told, it counts once. */
  key: string
  /**
   * `gone`: nobody is there. `later`: refused this time. `complaint`: the person called it unwanted. `leaves`: the
   * person asks for no more.
   */
  kind: 'gone' | 'later' | 'complaint' | 'leaves'
  /** The word in the letter by which its person leaves the list. */
  token: string
  /** The letter's own name, without its domain; empty when it is not told. */
  messageId: string
  /** In the words of whoever sent it back. */
  said: string
  at: Date
}

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
