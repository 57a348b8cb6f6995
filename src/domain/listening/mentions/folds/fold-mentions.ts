import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Mention } from '../../model.ts'
import type { ListeningTables } from '../../tables.ts'
import type { Normalised } from '../normalise.ts'
import { authorKey } from '../reach.ts'
import { bytesOf, FoldBook, type Signed, signText } from './signed.ts'
import type { FoldTables } from './tables.ts'

/** A copy found later than this after the first begins a fold of its own. */
const WINDOW_DAYS = 30
const DAY = 86_400_000

export interface Foldable {
  id: string
  item: Normalised
}

/** Firsts looked at for one page: beyond, only the latest. */
const MOST_CANDIDATES = 5_000

/**
 * Puts mentions just kept in folds: each beside the first that it reshares, as the network says, or nearly copies, or
 * else first of a fold of its own. Every member is like the first, so that a fold does not drift away from what it
 * began with. Runs in the transaction that keeps them, under the company's turn: whoever dies leaves both or none.
 * Costs one look into the index for all of them.
 */
export async function foldMentions(
  trx: Executor,
  { companyId, connectorId }: Pick<Mention, 'companyId' | 'connectorId'>,
  kept: readonly Foldable[],
  now: Date,
): Promise<void> {
  if (kept.length === 0) return
  const ordered = kept.toSorted((a, b) => a.item.at.getTime() - b.item.at.getTime())
  const signed = new Map<string, Signed>()
  for (const { id, item } of ordered) {
    const one = signText([item.title, item.text].filter(Boolean).join(' '), companyId)
    if (one) signed.set(id, one)
  }
  const since = new Date(now.getTime() - WINDOW_DAYS * DAY)
  const book = await firstsLike(trx, companyId, [...signed.values()], since)
  const reshared = await foldsReshared(trx, { companyId, connectorId }, ordered)

  const firsts: string[] = []
  const rows = ordered.map(({ id, item }) => {
    const own = signed.get(id)
    const origin = item.reshareOf ? reshared.get(item.reshareOf) : undefined
    const copied = origin ? null : own ? book.foldOf(own) : null
    const foldId = origin ?? copied ?? id
    if (foldId === id) {
      if (own) {
        book.add(id, own)
        firsts.push(id)
      }
    }
    reshared.set(item.remoteId, reshared.get(item.remoteId) ?? foldId)
    const how = origin ? ('reshare' as const) : copied ? ('alike' as const) : ('first' as const)
    return {
      mentionId: id,
      companyId,
      foldId,
      how,
      at: item.at,
      authorKey: authorKey(connectorId, item.author),
      followers: item.author?.followers ?? null,
      reshares: item.reshares ?? null,
    }
  })
  const tables = tablesOf<FoldTables>(trx)
  await tables
    .insertInto('mentionFolds')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute()
  await keepSignatures(trx, companyId, firsts, signed, now)
  await tables
    .deleteFrom('foldSignatures')
    .where('companyId', '=', companyId)
    .where('keptAt', '<', since)
    .execute()
}

async function firstsLike(
  trx: Executor,
  companyId: string,
  signed: readonly Signed[],
  since: Date,
): Promise<FoldBook> {
  const book = new FoldBook()
  if (signed.length === 0) return book
  const bands = [...new Set(signed.flatMap((one) => one.bands))]
  const rows = await tablesOf<FoldTables>(trx)
    .selectFrom('foldSignatures')
    .select(['foldId', 'bands', 'signature'])
    .where('companyId', '=', companyId)
    .where('keptAt', '>=', since)
    .where(sql<boolean>`bands && ${bands}::integer[]`)
    .orderBy('keptAt', 'desc')
    .limit(MOST_CANDIDATES)
    .execute()
  for (const { foldId, bands: own, signature } of rows) {
    book.add(foldId, { bands: own, signature: wordsOf(signature) })
  }
  return book
}

/** A copy: what the driver gives may begin anywhere in a larger buffer. */
function wordsOf(bytes: Buffer): Int32Array {
  return new Int32Array(new Uint8Array(bytes).buffer)
}

/** By what the network calls the posts reshared, the folds of those that were kept. */
async function foldsReshared(
  trx: Executor,
  { companyId, connectorId }: Pick<Mention, 'companyId' | 'connectorId'>,
  items: readonly Foldable[],
): Promise<Map<string, string>> {
  const originals = [...new Set(items.flatMap(({ item }) => item.reshareOf ?? []))]
  if (originals.length === 0) return new Map()
  const rows = await tablesOf<ListeningTables & FoldTables>(trx)
    .selectFrom('mentions')
    .innerJoin('mentionFolds', 'mentionFolds.mentionId', 'mentions.id')
    .select(['mentions.remoteId', 'mentionFolds.foldId'])
    .where('mentions.companyId', '=', companyId)
    .where('mentions.connectorId', '=', connectorId)
    .where('mentions.remoteId', 'in', originals)
    .execute()
  return new Map(rows.map(({ remoteId, foldId }) => [remoteId, foldId]))
}

async function keepSignatures(
  trx: Executor,
  companyId: string,
  firsts: readonly string[],
  signed: ReadonlyMap<string, Signed>,
  keptAt: Date,
): Promise<void> {
  const rows = firsts.flatMap((foldId) => {
    const one = signed.get(foldId)
    if (!one) return []
    return [{ foldId, companyId, keptAt, bands: one.bands, signature: bytesOf(one.signature) }]
  })
  if (rows.length === 0) return
  await tablesOf<FoldTables>(trx)
    .insertInto('foldSignatures')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute()
}
