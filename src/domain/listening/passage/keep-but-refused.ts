import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { CompanyMatchers } from '../mentions/company-matcher.ts'
import { goneIn } from '../sources/live/pending.ts'
import type { ListeningTables } from '../tables.ts'
import { keepSifted } from './keep-brought.ts'
import type { Brought } from './brought.ts'
import { TRIES } from './reasons.ts'
import { failureWithin } from './savepoint.ts'
import { namely, setAside } from './set-aside.ts'

const nothingGone = { posts: [], authors: [] }

/** One post, and why it cannot be kept. */
interface Refused {
  brought: Brought
  error: unknown
}

/**
 * Keeps what was sifted, and sets aside each post that is refused, in one transaction, the caller's. Where all of them are
 * refused the desk may well be to blame: nothing is kept then, until it was tried five times.
 * @throws what the database failed with, or what all of them were refused for
 */
export async function keepButRefused(
  desk: Desk,
  matchers: CompanyMatchers,
  sifted: Brought,
  trx: Executor,
): Promise<void> {
  const { source } = sifted
  const refused: Refused[] = []

  /** Halved until the one is alone: a few bad ones among many cost little. */
  async function keepHalves(part: Brought): Promise<void> {
    const error = await failureWithin(trx, () => keepSifted(desk, matchers, part, trx))
    if (error === undefined) return
    const halves = halved(part)
    if (halves) for (const half of halves) await keepHalves(half)
    else if (goneIn(part.gone) > 0) throw error
    else refused.push({ brought: part, error })
  }

  await keepHalves(sifted)
  const [first] = refused
  const posts = sifted.items.length + sifted.changed.length
  if (first && refused.length === posts && source.failures + 1 < TRIES) throw first.error
  for (const { brought, error } of refused) await setAside(desk, trx, brought, error)
  await dropKept(trx, sifted, refused, desk.clock.now())
}

/** In the order in which they are kept: what was said, what was said anew, what is taken back. */
function halved(part: Brought): Brought[] | undefined {
  const { items, changed, gone } = part
  const count = items.length + changed.length
  const beyond = (place: number) => Math.max(0, place - items.length)
  const some = (from: number, to: number): Brought => ({
    ...part,
    items: items.slice(from, to),
    changed: changed.slice(beyond(from), beyond(to)),
    gone: nothingGone,
  })
  if (count > 0 && goneIn(gone) > 0) return [some(0, count), { ...part, items: [], changed: [] }]
  const half = Math.ceil(count / 2)
  return count > 1 ? [some(0, half), some(half, count)] : undefined
}

/** What was set aside once and is kept now waits no more. */
async function dropKept(
  trx: Executor,
  sifted: Brought,
  refused: readonly Refused[],
  now: Date,
): Promise<void> {
  const tables = tablesOf<ListeningTables>(trx)
  const { companyId, id } = sifted.source
  const aside = await tables
    .selectFrom('parkedPosts')
    .select('identity')
    .where('companyId', '=', companyId)
    .where('sourceId', '=', id)
    .where('identity', 'is not', null)
    .execute()
  if (aside.length === refused.length) return
  const still = new Set(refused.flatMap(({ brought }) => namely(brought, now).map(({ id }) => id)))
  const kept = namely(sifted, now).filter((message) => !still.has(message.id))
  const identities = new Set(kept.map((message) => message.id))
  const gone = aside.flatMap(({ identity }) =>
    identity !== null && identities.has(identity) ? [identity] : [],
  )
  if (gone.length === 0) return
  await tables
    .deleteFrom('parkedPosts')
    .where('sourceId', '=', id)
    .where('identity', 'in', gone)
    .execute()
}
