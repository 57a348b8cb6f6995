import type { Text } from '#platform/text.ts'
import type { Account, Limits } from './account.ts'
import { tellingWhatIsGone } from './answers.ts'
import type { Connect } from './connect.ts'
import type { Documents } from './documents.ts'
import type { Handed } from './handed.ts'
import type { Letters } from './letter-box.ts'
import type { Manifest, ManifestInput } from './manifest.ts'
import type { Publish } from './post.ts'
import type { Inbox, Listen, Mention, Metrics } from './reading.ts'
import type { Site } from './site.ts'
import type { Stream } from './stream.ts'
import type { TextRules } from './text-rules.ts'
import type { Webhook } from './webhook.ts'
import { manifestSchema } from './manifest.ts'

export type * from './account.ts'
export type * from './connect.ts'
export * from './documents.ts'
export * from './handed.ts'
export type * from './letter-box.ts'
export type * from './mailing.ts'
export type * from './media.ts'
export type * from './page.ts'
export type * from './post.ts'
export type * from './reading.ts'
export type * from './site.ts'
export type * from './stream.ts'
export type * from './tools.ts'
export type * from './webhook.ts'

export interface Connector {
  manifest: Manifest
  text: TextRules
  connect: Connect
  publish?: Publish
  /** Where the manifest says `handed`. Pure. */
  handed?(account: Pick<Account, 'settings'>): Handed
  inbox?: Inbox
  metrics?: Metrics
  listen?: Listen
  /** What it tells as it comes; a connector that has it listens too. */
  stream?: Stream
  mention?: Mention
  /** What it sends to this desk's own address for it. */
  webhook?: Webhook
  /** What the network comes to read of this desk, to know who asks. */
  documents?: Documents
  /** Where the manifest says `site`: the pages that this desk serves, within the company's own. */
  site?: Site
  /** The desk then keeps a list of people for each account, and sends them what is published one by one. */
  letters?: Letters
  limitsOf?(account: Pick<Account, 'settings'>): Limits
  /** What the network would refuse of these options, in sentences; by the account's own limits when given. */
  checkOptions?(
    options: Record<string, unknown>,
    account?: Pick<Account, 'settings'>,
  ): { field: string; reason: Text }[]
  /** Only practice networks: its twin that speaks as another one, with that one's limits. Pure. */
  playAs?(network: Connector): Connector
}

export type ConnectorParts = Omit<Connector, 'manifest'> & { manifest: ManifestInput }

/**
 * Declares a connector. Checks the manifest's shape and that what it promises is there.
 * @throws Error when a declared capability has no implementation, or the reverse: the boot stops.
 */
export function defineConnector(parts: ConnectorParts): Connector {
  const manifest = manifestSchema.parse(parts.manifest)
  if (manifest.handed !== Boolean(parts.handed)) {
    throw new Error(`${manifest.id}: the manifest and the code disagree about "handed"`)
  }
  if (manifest.connect.visit && !(parts.connect.begin && parts.connect.withCredentials)) {
    throw new Error(`${manifest.id}: two ways to connect, and one of them is not there`)
  }
  for (const capability of ['publish', 'inbox', 'metrics', 'listen'] as const) {
    // What comes by webhook alone is an inbox that nobody reads.
    const instead = { publish: parts.handed, inbox: parts.webhook, metrics: null, listen: null }
    const isForPosts = !(capability === 'publish' && manifest.answersOnly)
    const there = isForPosts && Boolean(parts[capability] ?? instead[capability])
    if (manifest.capabilities[capability] !== there) {
      throw new Error(`${manifest.id}: the manifest and the code disagree about "${capability}"`)
    }
  }
  if (manifest.answersOnly && !(parts.publish && manifest.capabilities.inbox)) {
    throw new Error(`${manifest.id}: what only answers needs an inbox, and a way to answer`)
  }
  if (manifest.site !== Boolean(parts.site)) {
    throw new Error(`${manifest.id}: the manifest and the code disagree about "site"`)
  }
  for (const { option, value } of manifest.forms) {
    const { choices = [] } = manifest.options.find(({ name }) => name === option) ?? {}
    if (!choices.some((choice) => choice.value === value))
      throw new Error(`${manifest.id}: no option chooses the form "${value}"`)
  }
  if (Boolean(manifest.poll) !== Boolean(parts.publish?.readPoll)) {
    throw new Error(`${manifest.id}: the manifest and the code disagree about polls`)
  }
  const { publish } = parts
  return {
    ...parts,
    manifest,
    ...(publish ? { publish: tellingWhatIsGone(publish, manifest.name) } : {}),
  }
}
