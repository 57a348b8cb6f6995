import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { firstDue } from '#platform/jobs/first-due.ts'
import type { PublishingTables } from '../tables.ts'
import { LETTERS_WORK } from './plan-letter.ts'
import { writeLetter } from './write-letter.ts'
import type { Written } from './writer.ts'

const MINUTE = 60_000
/** A letter that could not be sent is tried again after this; a worker that dies over it loses it for as long. */
const AGAIN = 10 * MINUTE
/** Older news are no news: nothing is sent of a time when the desk had no mail server. */
const STALE = 24 * 60 * MINUTE

/** Sends the letters the desk writes by itself. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: LETTERS_WORK,
      role: 'worker',
      async nextDue() {
        if (!desk.mail.ready) return null
        const row = await letters(desk)
          .selectFrom('deskLetters')
          .select((eb) => eb.fn.min('dueAt').as('due'))
          .where('sentAt', 'is', null)
          .executeTakeFirst()
        return row?.due ?? null
      },
      async runDue() {
        if (!desk.mail.ready) return 0
        const claimed = await claim(desk)
        if (claimed) await send(desk, claimed)
        return claimed ? 1 : 0
      },
    },
  ]
}

const letters = (desk: Desk) => tablesOf<PublishingTables>(desk.db)

interface Claimed {
  companyId: string
  kind: string
  about: string
  dueAt: Date
}

async function claim(desk: Desk): Promise<Claimed | undefined> {
  const now = desk.clock.now()
  return letters(desk)
    .transaction()
    .execute(async (trx) => {
      const row = await trx
        .selectFrom('deskLetters')
        .select(['companyId', 'kind', 'about', 'dueAt'])
        .where('sentAt', 'is', null)
        .$call((rows) => firstDue(rows, 'dueAt', now))
        .executeTakeFirst()
      if (row) await put(trx, row, { dueAt: new Date(now.getTime() + AGAIN) })
      return row
    })
}

async function send(desk: Desk, row: Claimed): Promise<void> {
  const now = desk.clock.now()
  const isStale = now.getTime() - row.dueAt.getTime() > STALE
  const { practice } = await companyOf(desk.db, row.companyId)
  const written =
    isStale || practice ? null : await writeLetter(desk, row.companyId, row.kind, row.about)
  if (!written || (await deliver(desk, written))) await put(letters(desk), row, { sentAt: now })
}

/** @returns false when the server took none of them and may later: whoever has it already gets no second one */
async function deliver(desk: Desk, { to, words }: Written): Promise<boolean> {
  let later = 0
  for (const { email, language } of to) {
    const { outcome } = await desk.mail.send({ to: email, ...words(language) })
    if (outcome === 'later') later++
  }
  return later === 0 || later < to.length
}

async function put(
  db: Pick<ReturnType<typeof letters>, 'updateTable'>,
  { companyId, kind, about }: Claimed,
  set: { dueAt?: Date; sentAt?: Date },
): Promise<void> {
  await db
    .updateTable('deskLetters')
    .set(set)
    .where('companyId', '=', companyId)
    .where('kind', '=', kind)
    .where('about', '=', about)
    .execute()
}
