import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { AlertsTables } from '../tables.ts'
import { letterFor } from './letter-for.ts'

const MOST_TRIES = 5
const MINUTE = 60_000

interface Taken {
  alertId: string
  level: number
  userId: string
  tries: number
}

/** When the next letter is due; null when there is none. */
export async function nextLetter(desk: Desk): Promise<Date | null> {
  const row = await tablesOf<AlertsTables>(desk.db)
    .selectFrom('alertLetters')
    .select((eb) => eb.fn.min('dueAt').as('due'))
    .where('takenAt', 'is', null)
    .executeTakeFirst()
  return row?.due ?? null
}

/**
 * Sends one letter that is due. It is committed that it leaves before it does: killed in between, this letter is perhaps
 * lost and never sent twice; the desk shows the alert all the same.
 * @returns whether there was one
 */
export async function sendNextLetter(desk: Desk): Promise<boolean> {
  const taken = await take(desk)
  if (!taken) return false
  const letter = await letterFor(desk, taken)
  const outcome = letter ? (await desk.mail.send(letter)).outcome : 'moot'
  if (outcome === 'later' && taken.tries < MOST_TRIES) {
    const dueAt = new Date(desk.clock.now().getTime() + 2 ** taken.tries * MINUTE)
    await put(desk, taken, { takenAt: null, dueAt })
  } else await put(desk, taken, { outcome })
  return true
}

async function take(desk: Desk): Promise<Taken | undefined> {
  const now = desk.clock.now()
  return tablesOf<AlertsTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const due = await trx
        .selectFrom('alertLetters')
        .select(['alertId', 'level', 'userId'])
        .where('takenAt', 'is', null)
        .where('dueAt', '<=', now)
        .orderBy('dueAt')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (!due) return undefined
      return trx
        .updateTable('alertLetters')
        .set((eb) => ({ takenAt: now, tries: eb('tries', '+', 1) }))
        .where('alertId', '=', due.alertId)
        .where('level', '=', due.level)
        .where('userId', '=', due.userId)
        .returning(['alertId', 'level', 'userId', 'tries'])
        .executeTakeFirst()
    })
}

async function put(
  desk: Desk,
  { alertId, level, userId }: Taken,
  set: { takenAt?: null; dueAt?: Date; outcome?: string },
): Promise<void> {
  await tablesOf<AlertsTables>(desk.db)
    .updateTable('alertLetters')
    .set(set)
    .where('alertId', '=', alertId)
    .where('level', '=', level)
    .where('userId', '=', userId)
    .execute()
}
