import type { Found, Tools } from '#connectors/_contract/connector.ts'
import { findChannel, toolsFor, toolsOf } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import type { Executor } from '#platform/db/database.ts'
import type { CompanyMatchers } from '../mentions/company-matcher.ts'
import { forgetDeleted, keepEdits } from '../mentions/follow-authors.ts'
import { keepMentions } from '../mentions/keep-mentions.ts'
import { normalise } from '../mentions/normalise.ts'
import { ourIds } from '../mentions/our-ids.ts'
import { postOf, type Source, sourceNames, withHeld } from '../model.ts'
import { goneIn } from '../sources/live/pending.ts'
import type { Brought, Keep } from './brought.ts'

/**
 * Looks at what a source brought. What was heard live is asked of the queries now, before any transaction.
 * @returns what keeps it, in a transaction under the company's turn; null when there is nothing to write
 */
export async function prepareToKeep(
  desk: Desk,
  matchers: CompanyMatchers,
  brought: Brought,
): Promise<Keep | null> {
  const sifted = await sift(desk, matchers, brought)
  return sifted && ((trx) => keepSifted(desk, matchers, sifted, trx))
}

/** @returns what of it may have to be written; null when nothing is */
export async function sift(
  desk: Desk,
  matchers: CompanyMatchers,
  brought: Brought,
): Promise<Brought | null> {
  const { live, changed, gone } = brought
  const items = live ? await hitsAmong(desk, matchers, brought, desk.clock.now()) : brought.items
  return items.length + changed.length + goneIn(gone) === 0 ? null : { ...brought, items }
}

/** Keeps what was sifted, all of it or nothing. Runs in the caller's transaction, under the company's turn. */
export async function keepSifted(
  desk: Desk,
  matchers: CompanyMatchers,
  { source, live, items, changed, gone }: Brought,
  trx: Executor,
): Promise<void> {
  const now = desk.clock.now()
  const others = live ? items : await fromOthers(trx, source, items)
  const heard = others.map((item) => normalise(item, now))
  const edited = changed.map((item) => normalise(item, now))
  const matcher = await matchers(trx, source.companyId)
  const origin = { ...source, names: sourceNames(desk, source.connectorId, source.name) }
  await keepMentions(trx, origin, heard, matcher, now)
  if (edited.length > 0) {
    await keepEdits(trx, source, edited)
    await keepMentions(trx, origin, edited, matcher, now)
  }
  await forgetDeleted(trx, source, gone)
}

/** Most of a stream interests nobody, and names are fetched for the rest alone. */
async function hitsAmong(
  desk: Desk,
  matchers: CompanyMatchers,
  brought: Brought,
  now: Date,
): Promise<Found[]> {
  const { source, items } = brought
  if (items.length === 0) return []
  const others = await fromOthers(desk.db, source, items)
  const matcher = await matchers(desk.db, source.companyId)
  const names = sourceNames(desk, source.connectorId, source.name)
  const hits = others.filter((item) => {
    return matcher.match(postOf(withHeld(normalise(item, now)), names)).length > 0
  })
  const complete = desk.connectors.get(source.connectorId)?.stream?.complete
  const tools = complete && hits.length > 0 ? await toolsTo(desk, brought) : undefined
  return complete && tools ? complete(tools, hits, source.settings) : hits
}

async function fromOthers(db: Executor, source: Source, items: Found[]): Promise<Found[]> {
  const ours = await ourIds(db, source)
  return items.filter(({ author }) => !author || !ours.has(author.remoteId))
}

/** Without access to the network, mentions are kept under the names that came with them. */
async function toolsTo(desk: Desk, { source, tools }: Brought): Promise<Tools | undefined> {
  if (tools) return tools
  const { companyId, channelId, connectorId } = source
  const connector = desk.connectors.get(connectorId)
  const channel = channelId ? await findChannel(desk.db, companyId, channelId) : undefined
  if (!connector || (channelId && !channel)) return undefined
  const made = channel ? await toolsFor(desk, channel) : await toolsOf(desk, companyId, connector)
  return made.ok ? made.value : undefined
}
