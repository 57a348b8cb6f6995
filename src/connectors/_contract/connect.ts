import type { Text } from '#platform/text.ts'
import type { Account } from './account.ts'
import type { Outcome } from './failure.ts'
import type { Tools } from './tools.ts'

/** What a connection brings: the account, how people know it, and when its access ends, if it does. */
export interface Connected {
  account: Account
  displayName: string
  /** What it is on the network, where accounts are of several kinds: a page, an organisation, a person. */
  kind?: Text
  avatarUrl?: string
  profileUrl: string
  expiresAt?: Date
}

export interface Connect {
  /** `credentials`: connects at once. */
  withCredentials?(tools: Tools, fields: Record<string, string>): Promise<Outcome<Connected>>
  /** `oauth`: where to send the person. `state` is ours and comes back; `memo` is kept for `finish`. */
  begin?(
    tools: Tools,
    fields: Record<string, string>,
    redirectUri: string,
    state: string,
  ): Promise<Outcome<{ url: string; memo: Record<string, unknown> }>>
  finish?(
    tools: Tools,
    callback: URLSearchParams,
    redirectUri: string,
    memo: Record<string, unknown>,
    /** Several accounts (the pages a person runs, their organisation and themselves): the person says which. */
  ): Promise<Outcome<Connected | Connected[]>>
  /** New secrets before the old ones die. Called by one worker at a time. */
  refresh?(
    tools: Tools,
    account: Account,
  ): Promise<Outcome<{ secrets: Record<string, string>; expiresAt?: Date }>>
  /** False when the network gave nothing to renew this account with: a person must connect it again in time. */
  canRenew?(account: Account): boolean
  /** Is the access still good? Also brings name, avatar and limits up to date. */
  check(tools: Tools, account: Account): Promise<Outcome<Connected>>
  revoke?(tools: Tools, account: Account): Promise<Outcome<null>>
  /**
   * Why the network sent the person back without access, in its own codes: what happened and the one thing to do.
   * Null when it did not refuse, or by one of the codes of OAuth alone, which the desk reads itself.
   */
  explain?(callback: URLSearchParams, redirectUri: string): Refusal | null
  /** What only the network can tell of an account that works: a right that was not given, its kind, its state. */
  examine?(tools: Tools, account: Account): Promise<Outcome<Finding[]>>
}

/** What happened, and the one thing to do. */
export interface Refusal {
  reason: Text
  next: Text
}

/** One thing that was looked at. */
export interface Finding {
  what: Text
  ok: boolean
  /** What to do; set when it is not well. */
  next?: Text
}
