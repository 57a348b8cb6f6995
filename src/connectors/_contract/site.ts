import type { Language } from '#platform/text.ts'
import type { Account } from './account.ts'
import type { Outcome } from './failure.ts'
import type { Page } from './page.ts'

/** For networks that are the company's own website: this desk serves the pages on which its visitors write. */
export interface Site {
  /** How an account's visitors are treated. Pure. */
  rules(account: Pick<Account, 'settings'>): SiteRules
  /** What stands at `<base>/<name>`; null when nothing does. Pure. */
  serve(name: string, visit: SiteVisit): SitePage | null
  /**
   * What a person typed in, so that they can change it: by the names of the manifest's fields, and what else
   * `withCredentials` wants to know the account again by. Pure.
   */
  form(account: Pick<Account, 'remoteId' | 'handle' | 'settings'>): Record<string, string>
  /** What the company pastes into its website, and the page of this desk where it can be tried. Pure. */
  embed(account: Pick<Account, 'settings'>, base: string): { line: string; tryUrl: string }
}

export interface SiteRules {
  /** Origins whose pages may show it; no other may. */
  origins: string[]
  /** What visitors said is forgotten after so many days. */
  keepDays: number
  textMax: number
}

/** Who asks for a page, as far as anybody knows: nobody in particular. */
export interface SiteVisit {
  account: Pick<Account, 'handle' | 'settings'>
  /** The address under which this desk serves the account, without a slash at its end. */
  base: string
  query: URLSearchParams
  /** As the visitor's browser wishes. */
  language: Language
  /** The company's. */
  timeZone: string
  now: Date
  /** The website that asks, where the browser says so: among those of the rules, or another one. */
  askedBy: 'allowed' | 'other' | 'unknown'
}

export interface SitePage {
  /**
   * `script`: what the company's pages load. `frame`: shown within them. `page`: stands alone, at this desk. `part`: what
   * those two are made of.
   */
  kind: 'script' | 'frame' | 'page' | 'part'
  /** Its media type. */
  type: string
  body: string
}

/** Something a visitor said. */
export interface VisitorSaid {
  id: string
  threadId: string
  /** What they called themselves, if they did. */
  name: string | null
  text: string
  at: Date
}

/** An answer, as it stands where its visitor reads it. */
export interface Answered {
  id: string
  at: Date
}

/** The desk's own book of what visitors and the company said to each other, for one account. */
export interface Visits {
  /** Oldest first, from where the cursor stands; never skips, at most a hundred. */
  said(cursor: string | null): Promise<Page<VisitorSaid>>
  /**
   * Writes an answer down where its visitor reads it; under a key that is there already, nothing changes.
   * @returns `rejected` when the visitor's thread is gone
   */
  answer(
    key: string,
    answer: { threadId: string; text: string; by: string | null },
  ): Promise<Outcome<Answered>>
  find(key: string): Promise<Answered | null>
  /** Takes an answer off again; one that is not there changes nothing. */
  take(key: string): Promise<void>
}

/** Which pages last asked for the script, and when: one that may show it, and one that may not. */
export interface Sightings {
  allowed?: { origin: string; at: string }
  refused?: { origin: string; at: string }
}
