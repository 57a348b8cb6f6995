import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import { tooManySources } from '../errors.ts'
import { beginKeeping } from '../keeping/keeping.ts'
import { keepPast } from '../mentions/keep-mentions.ts'
import { FILE } from '../model.ts'
import { MOST_SOURCES } from '../sources/add-source.ts'
import { newSource } from '../sources/new-source.ts'
import type { ListeningTables } from '../tables.ts'
import { takeTurn } from '../turn.ts'
import type { bringChoices, FileBrought } from './api.ts'
import { allKnown, nothingToBring, someWrong } from './errors.ts'
import type { JudgedRow } from './judge-rows.ts'
import { type SentFile, workOut } from './mention-file.ts'

/** What is older than this was seen elsewhere, by whoever exported it. */
const RECENT_MS = 2 * 86_400_000
/** PostgreSQL takes 65,535 values in one statement; a mention has some twenty. */
const AT_ONCE = 1_000

/**
 * Makes mentions of the rows that a query finds, all in one transaction: all of them, or none. The file becomes a source
 * that is never read again. Nobody is alerted: what a file tells is past.
 * @throws Problem when a row cannot be imported and nobody said to leave it out, or none is worth keeping
 */
export async function bringFile(
  desk: Desk,
  actor: Actor,
  id: string,
  file: SentFile,
  choices: z.output<typeof bringChoices>,
): Promise<FileBrought> {
  const { companyId } = actor
  const now = desk.clock.now()
  return tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await takeTurn(trx, companyId)
      const { read, judged } = await workOut(desk, trx, companyId, file, choices)
      if (read.wrong.length > 0 && choices.wrong === 'refuse') {
        const fields = read.wrong.slice(0, 50).map(({ line, sentence }) => ({
          pointer: `/lines/${line}`,
          detail: sentence,
        }))
        throw new Problem(someWrong, {}, { fields })
      }
      const kept = judged.rows.filter(({ queryIds }) => queryIds.length > 0)
      const fresh = kept.filter(({ state }) => state === 'ready').length
      const added = { rows: kept, id, companyId, name: file.fileName.slice(0, 120) }
      const told = {
        sourceId: id,
        name: added.name,
        unmatched: judged.rows.filter(({ state }) => state === 'unmatched').length,
        repeated: judged.repeated.length,
        leftOut: read.wrong.length,
      }
      const before = await broughtBefore(trx, added)
      if (before !== undefined) return { ...told, added: before, known: kept.length - before }
      if (fresh === 0 && kept.length > 0) throw new Problem(allKnown, { known: kept.length })
      if (fresh === 0) throw new Problem(nothingToBring)
      await insertSource(trx, added, now)
      await beginKeeping(trx, companyId, now)
      await keepRows(trx, added, now)
      await audit(trx, {
        companyId,
        at: now,
        actor: actor.id,
        action: 'source.file-imported',
        subject: `source:${id}`,
        detail: { added: fresh },
      })
      await emit(trx, companyId, 'query.source_changed', { sourceId: id })
      return { ...told, added: fresh, known: kept.length - fresh }
    })
}

interface Added {
  id: string
  companyId: string
  name: string
  rows: readonly JudgedRow[]
}

/** How many it added when the same request was served already, and died before it could say so. */
async function broughtBefore(trx: Executor, { id, companyId }: Added): Promise<number | undefined> {
  const tables = tablesOf<ListeningTables>(trx)
  const source = await tables
    .selectFrom('sources')
    .select('id')
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!source) return undefined
  const { count } = await tables
    .selectFrom('mentions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('companyId', '=', companyId)
    .where('sourceId', '=', id)
    .executeTakeFirstOrThrow()
  return count
}

async function insertSource(trx: Executor, { id, companyId, name, rows }: Added, now: Date) {
  const tables = tablesOf<ListeningTables>(trx)
  const { count } = await tables
    .selectFrom('sources')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('companyId', '=', companyId)
    .executeTakeFirstOrThrow()
  if (count >= MOST_SOURCES) throw new Problem(tooManySources, { max: MOST_SOURCES })
  await tables
    .insertInto('sources')
    .values({
      ...newSource(now),
      id,
      companyId,
      connectorId: FILE,
      channelId: null,
      name,
      settings: '{}',
      // Never due: there is nothing to read again, and alerts do not count on it.
      paused: true,
      lastPollAt: now,
      lastItemAt: now,
      itemsRead: rows.length,
    })
    .execute()
}

/** By network, since a mention belongs to one. */
async function keepRows(trx: Executor, { id, companyId, rows }: Added, now: Date): Promise<void> {
  const seenBefore = new Date(now.getTime() - RECENT_MS)
  for (const [connectorId, own] of Map.groupBy(rows, (row) => row.connectorId)) {
    for (let i = 0; i < own.length; i += AT_ONCE) {
      const hits = own.slice(i, i + AT_ONCE).map((row) => [row.item.canonicalUrl, row] as const)
      await keepPast(trx, { id, companyId, connectorId }, new Map(hits), seenBefore, now)
    }
  }
}
