import type { Desk } from '#domain/desk.ts'
import { findCompany } from '#domain/governance/index.ts'
import type { Queue, Taken } from '#platform/queue/queue.ts'
import type { CompanyMatchers } from '../mentions/company-matcher.ts'
import type { Source } from '../model.ts'
import { takeTurn } from '../turn.ts'
import { prepareToKeep } from './keep-brought.ts'
import { broughtBy, type Message, read } from './message.ts'
import { park } from './park.ts'
import { sourceOf } from './source-of.ts'
import { endings, ENDINGS, isOurs, notOurs, refused, TRIES, unreadable } from './reasons.ts'

interface Letter {
  item: Taken
  says: Message
}

/** Before what could not be kept is tried again: half a second, doubled each time. */
const againIn = (times: number) => 500 * 2 ** Math.min(times - 1, 6)
/** Before a deletion looks again whether everything said before it is kept. */
const DELETION_MS = 2_000

/**
 * Keeps a bunch taken from the queue: by source, one transaction each, and it is done once that is committed. A listener killed
 * before leaves it to another; killed after, another finds everything kept already.
 * @throws what the database failed with: nothing more should be taken before it is well
 */
export async function keepTaken(
  desk: Desk,
  queue: Queue,
  matchers: CompanyMatchers,
  bunch: Taken[],
): Promise<void> {
  const letters: Letter[] = []
  for (const item of bunch) {
    const says = read(item.body)
    if (!says) await setAside(desk, item, undefined, unreadable)
    else if (says.what !== 'gone' && item.times > ENDINGS) await setAside(desk, item, says, endings)
    else letters.push({ item, says })
  }
  const groups = Map.groupBy(letters, ({ says }) => `${says.source} ${says.live}`)
  const failures: unknown[] = []
  for (const group of groups.values()) {
    try {
      await keepGroup(desk, queue, matchers, group)
    } catch (error) {
      for (const { item } of group) item.later(againIn(item.times))
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}

/** @throws what the database failed with; what a post is to blame for is dealt with here */
async function keepGroup(
  desk: Desk,
  queue: Queue,
  matchers: CompanyMatchers,
  group: Letter[],
): Promise<void> {
  const source = await sourceOf(desk.db, group[0]?.says)
  if (source === 'removed') return group.forEach(({ item }) => item.done())
  if (source === 'not ours') {
    for (const { item } of group) await setAside(desk, item, undefined, notOurs)
    return
  }
  try {
    await keepAll(desk, matchers, source, group)
  } catch (error) {
    if (isOurs(error)) throw error
    return keepEach(desk, queue, matchers, source, group, error)
  }
  await finish(queue, group)
}

/** One of them spoils the transaction of all: each has its own now. */
async function keepEach(
  desk: Desk,
  queue: Queue,
  matchers: CompanyMatchers,
  source: Source,
  group: Letter[],
  first: unknown,
): Promise<void> {
  const left = [...group]
  try {
    for (const letter of group) {
      const error = group.length === 1 ? first : await failureOf(desk, matchers, source, letter)
      if (error === undefined) await finish(queue, [letter])
      else {
        desk.log.warn({ error, source: source.id }, 'a post could not be kept')
        if (letter.item.times < TRIES) letter.item.later(againIn(letter.item.times))
        else await setAside(desk, letter.item, letter.says, refused(error))
      }
      left.shift()
    }
  } catch (error) {
    for (const { item } of left) item.later(againIn(item.times))
    desk.log.warn({ error }, 'the database failed amid a bunch')
  }
}

async function failureOf(
  desk: Desk,
  matchers: CompanyMatchers,
  source: Source,
  letter: Letter,
): Promise<unknown> {
  try {
    await keepAll(desk, matchers, source, [letter])
    return undefined
  } catch (error) {
    if (isOurs(error)) throw error
    return error
  }
}

async function keepAll(
  desk: Desk,
  matchers: CompanyMatchers,
  source: Source,
  group: Letter[],
): Promise<void> {
  const said = group.map(({ says }) => says)
  const keep = await prepareToKeep(desk, matchers, broughtBy(source, said))
  if (!keep) return
  await desk.db.transaction().execute(async (trx) => {
    await takeTurn(trx, source.companyId)
    await keep(trx)
  })
}

/**
 * A deletion may overtake the post it is about, which another listener holds, or held when it was killed: it has been obeyed,
 * and comes back to be obeyed again, until nothing said before it is left.
 */
async function finish(queue: Queue, group: Letter[]): Promise<void> {
  for (const { item, says } of group) if (says.what !== 'gone') item.done()
  for (const { item, says } of group) {
    if (says.what !== 'gone') continue
    if (await queue.isOldest(item).catch(() => false)) item.done()
    else item.later(DELETION_MS)
  }
}

async function setAside(
  desk: Desk,
  item: Taken,
  says: Message | undefined,
  reason: Parameters<typeof park>[1]['reason'],
): Promise<void> {
  const { body, times } = item
  const isOurCompany = says && (await findCompany(desk.db, says.company))
  const companyId = isOurCompany ? says.company : null
  const sourceId = says?.source ?? null
  await park(desk.db, { companyId, sourceId, body, times, reason }, desk.clock.now())
  desk.log.warn({ source: sourceId, reason: reason.en }, 'a post was set aside')
  item.done()
}
