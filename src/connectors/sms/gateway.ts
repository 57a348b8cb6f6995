import type { Outcome } from '#connectors/_contract/failure.ts'

/** A company that takes messages and hands them to the telephone networks. */
export interface Gateway {
  /** What the account is called there; refuses wrong keys, and a sender where the gateway lists them. */
  look(): Promise<Outcome<{ name: string; url: string }>>
  /** Opens what sends one message to one number; refused while none can leave. */
  open(): Promise<Outcome<SendOne>>
}

/** @returns `rejected` by the field `to` when it is the number that takes no messages */
export type SendOne = (to: string, words: string) => Promise<Outcome<null>>
