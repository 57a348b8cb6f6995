import type { Found, Gone, Tools } from '#connectors/_contract/connector.ts'
import type { Executor } from '#platform/db/database.ts'
import type { Text } from '#platform/text.ts'
import type { Source } from '../model.ts'

/** Between what collects (a reading, a stream) and what matches and keeps: in one process, or through a queue. */
export interface Passage {
  /** Why nothing can be handed over now: whoever collects waits; null when nothing is known to stand in the way. */
  waitsFor(): Text | null
  /**
   * Takes charge of what a source brought, before its place moves.
   * @returns what is left to do in the transaction that moves the place, under the company's turn; null when nothing is
   * @throws QueueAway when it is not certain to be kept: the place must not move
   */
  hand(brought: Brought): Promise<Keep | null>
}

export type Keep = (trx: Executor) => Promise<void>

/** What a source brought. */
export interface Brought {
  source: Source
  /** Where it was said, when its source hears several networks: the connector's id. */
  network?: string
  /** Heard as it was said: most of it interests nobody, and only what a query finds is written. Else it was asked for. */
  live: boolean
  items: Found[]
  /** What its authors gave other words since. */
  changed: Found[]
  /** What its authors deleted. */
  gone: Gone
  /** Through which names are completed; made anew where they are missing. */
  tools?: Tools
}
