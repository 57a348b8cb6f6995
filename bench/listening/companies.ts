import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import type { OpenDesk } from '#main/desk.ts'
import { fixedClock } from '#platform/clock.ts'
import type { Caller } from '#support/caller.ts'
import { copyCompanies, type Copy } from './copies.ts'
import { fill, type Filled } from './fill.ts'
import { inHaste } from './in-haste.ts'
import { filledIn, sameAnswers } from './same-answers.ts'
import { askScreens } from './screens.ts'
import { writeSpeech } from './speech.ts'

/** As many companies are asked in turn, spread over all; the others keep as much, and only make the tables larger. */
const ASKED = 10
/** As many are filled each by itself, beside the one of five weeks; all others are copies of one of them. */
const MODELS = 10

/** Companies filled in an earlier run, and how long that took. */
interface Kept {
  seconds: number
  /** The first is that of five weeks. */
  companies: Omit<Filled, 'person'>[]
  copies: Copy[]
  /** How many screens were asked of a model and of a copy of it, all alike; null as long as they were not. */
  compared: number | null
}

/**
 * What each screen asks of companies that keep so many mentions each: of all but one over two years; of that one over the
 * five weeks that topics compare, three in a hundred of them copies of one post. Beyond the first eleven, companies are
 * copies of those of two years, made inside the database; each screen is asked of one copy of each, and must answer as its model.
 * @param folder where an earlier run left the companies it filled, and this one leaves its own
 * @param filling leaves them there and asks nothing
 */
export async function askCompanies(
  open: OpenDesk,
  owner: Caller,
  {
    companies,
    mentions,
    folder,
    filling,
  }: { companies: number; mentions: number; folder?: string; filling?: boolean },
): Promise<Record<string, number>> {
  const { db } = open.desk
  const kept = readKept(folder) ?? (await fillAll(open, owner, { companies, mentions }))
  const leave = async () => folder && writeFile(fileIn(folder), JSON.stringify(kept))
  await leave()
  const [stormy, ...models] = kept.companies.map((one) => ({
    ...one,
    person: owner.of(one.companyId),
  }))
  kept.compared ??= await compareCopies(open, owner, models, kept.copies)
  await leave()
  const modelOf = (copy: Copy) => models.find(({ companyId }) => companyId === copy.modelId)
  const copied = kept.copies.flatMap((copy) => {
    const model = modelOf(copy)
    return model ? [filledIn(owner, model, copy)] : []
  })
  const { rows } = await sql<{ mentions: number; megabytes: number }>`
    select (select count(*) from mentions)::int as mentions, (pg_database_size(current_database()) / 1e6)::int as megabytes
  `.execute(db)
  const figures = {
    fill_s: kept.seconds,
    companies_copied: copied.length,
    screens_compared: kept.compared,
    stored: rows[0]?.mentions ?? 0,
    megabytes: rows[0]?.megabytes ?? 0,
  }
  if (filling) return figures
  const asked = spread([...models, ...copied], ASKED)
  const inWeeks = await askScreens(stormy ? [stormy] : [], 'in five weeks: ')
  return { ...figures, ...(await askScreens(asked, '')), ...inWeeks }
}

/** So many of them, at equal distances. */
const spread = <T>(all: readonly T[], count: number): T[] =>
  all.filter(
    (_, i) => Math.floor((i * count) / all.length) !== Math.floor(((i - 1) * count) / all.length),
  )

async function fillAll(
  open: OpenDesk,
  owner: Caller,
  { companies, mentions }: { companies: number; mentions: number },
): Promise<Kept> {
  const { db } = open.desk
  await writeSpeech(db)
  const began = performance.now()
  const seconds = () => Math.round((performance.now() - began) / 1_000)
  const filled: Filled[] = []
  const copies = await inHaste(db, async () => {
    for (let n = 0; n < Math.min(Math.max(companies, 2), MODELS + 1); n++) {
      const busy = { mentions, days: 35, storm: Math.floor(mentions * 0.03) }
      const shape = n === 0 ? busy : { mentions, days: 730, storm: 0 }
      filled.push(await fill(open, owner, `Atelier ${n}`, shape))
      process.stderr.write(`${n + 1} companies filled, ${seconds()} s\n`)
    }
    const models = filled.slice(1).map(({ companyId }) => companyId)
    return copyCompanies(db, models, Math.max(companies - filled.length, 0))
  })
  await sql`vacuum analyze`.execute(db)
  const taken = seconds()
  process.stderr.write(`${filled.length} companies and ${copies.length} copies, ${taken} s\n`)
  return {
    seconds: taken,
    companies: filled.map(({ person: _, ...one }) => one),
    copies,
    compared: null,
  }
}

/**
 * Compares the last copy of each model with the model, while time stands still: what is heard leaves a period every few
 * minutes.
 * @returns how many screens were compared
 */
async function compareCopies(
  { desk }: OpenDesk,
  owner: Caller,
  models: readonly Filled[],
  copies: readonly Copy[],
): Promise<number> {
  const { clock } = desk
  desk.clock = fixedClock(clock.now())
  let compared = 0
  for (const model of models) {
    const copy = copies.findLast(({ modelId }) => modelId === model.companyId)
    if (!copy) continue
    compared += await sameAnswers(owner, model, copy)
    process.stderr.write(`${model.companyId} and ${copy.companyId} answer alike\n`)
  }
  desk.clock = clock
  return compared
}

const fileIn = (folder: string) => path.join(folder, 'filled.json')

function readKept(folder: string | undefined): Kept | undefined {
  if (!folder || !existsSync(fileIn(folder))) return undefined
  return JSON.parse(readFileSync(fileIn(folder), 'utf8')) as Kept
}
