import type { Text } from '#platform/text.ts'
import type { Account } from './account.ts'
import type { Failure, Outcome } from './failure.ts'
import type { Manifest } from './manifest.ts'
import type { Found, Heard } from './reading.ts'
import type { Tools } from './tools.ts'

/** What a stream brought at once, in the order it was said. */
export interface StreamBatch {
  items: Found[]
  /** Edited by their authors since. */
  changed?: Found[]
  /** Deleted by their authors: posts by remote id, or all that these people ever said. */
  gone?: Gone
  /** The place after all of it, opaque; absent: the former one holds. */
  cursor?: string
  /** When the last of it happened, by the network's clock. */
  newestAt?: Date
  /** What could not be read. */
  skipped?: number
  /** A stretch of time of which nothing will come any more. */
  missed?: { from: Date; to: Date }
  /** What is not heard though the rest is: a sentence for the list of sources, as long as it lasts. */
  trouble?: Text
}

export interface Gone {
  posts: string[]
  authors: string[]
  /** Posts that one author says are gone, where anybody may say so of anything: only their own are. */
  claimed?: { author: string; post: string }[]
}

/** A network that tells what is new as it comes, for as long as one listens. */
export interface Stream {
  /** Whether it is listened to in the name of a connected account. */
  account: 'none' | 'needed'
  /** What it brings, and what a person must know to choose. */
  help: Text
  fields: Manifest['connect']['fields']
  /** What is wrong with a filled-in form, by field. Pure. */
  check?(settings: Record<string, string>): { field: string; reason: Text } | null
  /** The name of such a source, unless a person gives another. Pure. */
  nameOf(settings: Record<string, string>): string
  /**
   * Listens until it is told to stop or cannot go on. Its first batch, empty if need be, says that the other side has
   * agreed; the generator returns why it ended. It never throws for what a network does, holds no more than a few
   * batches, and notices a silence.
   * @param cursor where to go on; null: from now
   */
  open(
    tools: Tools,
    account: Account | null,
    settings: Record<string, unknown>,
    cursor: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<StreamBatch, Failure, void>
  /** Reads the same by asking, where the other side streams to nobody; it shares the cursor. */
  read?(
    tools: Tools,
    account: Account,
    settings: Record<string, unknown>,
    cursor: string | null,
  ): Promise<Outcome<Heard>>
  /** Fills in what the stream leaves out of what will be kept: the names of the authors. Best effort, never throws. */
  complete?(tools: Tools, items: Found[], settings: Record<string, unknown>): Promise<Found[]>
}
