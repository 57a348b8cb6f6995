import type { Outcome } from './failure.ts'
import type { Image } from './media.ts'

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
