import type { Letter, Mailing, MailingCounts, Mailings } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import type { Channel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { Text } from '#platform/text.ts'
import { takeReturns } from './returns.ts'
import type { SubscribersTables } from './tables.ts'

export const LETTERS_WORK = 'letters'

/** The ledger of letters of an account whose network writes to people one by one; undefined for any other. */
export function mailingsOf(desk: Desk, channel: Channel): Mailings | undefined {
  if (!desk.connectors.get(channel.connectorId)?.letters) return undefined
  return {
    open: (key, letter) => openMailing(desk, channel, key, letter),
    async find(key) {
      const origin = await originOf(desk, channel.companyId)
      const row = await findMailing(desk.db, channel.id, key)
      return row ? present(row, origin ?? desk.localUrl) : null
    },
    stop: (key) => stopMailing(desk, channel.id, key),
    counts: (keys) => countsOf(desk.db, channel.id, keys),
    subscribers: () => countSubscribed(desk.db, channel.id),
    returned: (returns) => takeReturns(desk, channel.id, returns),
  }
}

/** Where people on the internet reach this desk. */
export async function originOf(desk: Desk, companyId: string): Promise<string | undefined> {
  return (await companyOf(desk.db, companyId)).publicUrl ?? desk.publicUrl
}

const present = ({ id, at }: { id: string; at: Date }, origin: string): Mailing => ({
  id,
  at,
  url: `${origin}/letters/${id}`,
})

function findMailing(db: Executor, channelId: string, id: string) {
  return tablesOf<SubscribersTables>(db)
    .selectFrom('mailings')
    .select(['id', 'at'])
    .where('channelId', '=', channelId)
    .where('id', '=', id)
    .where('stoppedAt', 'is', null)
    .executeTakeFirst()
}

async function openMailing(
  desk: Desk,
  { id: channelId, companyId }: Channel,
  key: string,
  letter: Letter,
): Promise<Outcome<Mailing>> {
  const origin = await originOf(desk, companyId)
  if (!origin) return refused(nobodyCouldLeave)
  const at = desk.clock.now()
  return tablesOf<SubscribersTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const there = await findMailing(trx, channelId, key)
      if (there) return done(present(there, origin))
      if ((await countSubscribed(trx, channelId)) === 0) return refused(nobodyThere)
      const { subject, text: body, language = null, images } = letter
      const row = { id: key, companyId, channelId, subject, body, language, at, dueAt: at }
      const made = await trx
        .insertInto('mailings')
        .values({ ...row, leaseUntil: null, leaseOwner: null, stoppedAt: null })
        .onConflict((c) => c.column('id').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!made) return failed({ kind: 'transient', detail: 'the letter is being written down' })
      for (const [position, { bytes, type, width, height, alt }] of images.entries()) {
        const picture = { position, type, width, height, alt, bytes: Buffer.from(bytes) }
        await trx
          .insertInto('mailingPictures')
          .values({ mailingId: key, ...picture })
          .execute()
      }
      await trx
        .insertInto('mailingLetters')
        .columns(['mailingId', 'subscriberId', 'dueAt'])
        .expression((eb) =>
          eb
            .selectFrom('subscribers')
            .select((s) => [s.val(key).as('mailingId'), 'id', s.val(at).as('dueAt')])
            .where('channelId', '=', channelId)
            .where('state', '=', 'subscribed')
            .orderBy('address'),
        )
        .execute()
      await wake(trx, LETTERS_WORK)
      return done(present({ id: key, at }, origin))
    })
}

const refused = (reason: Text) =>
  failed({ kind: 'rejected', field: 'text', reason, detail: reason.en })

const nobodyCouldLeave: Text = {
  en: 'People must be able to unsubscribe, and nobody on the internet can reach this server. Give it a public address first.',
  fr: 'Il faut pouvoir se désabonner, et personne ne peut joindre Vigie depuis internet. Donnez-lui d’abord une adresse publique.',
}

const nobodyThere: Text = {
  en: 'Nobody is on the list of this account. Add people first.',
  fr: 'Personne n’est inscrit à la liste de ce compte. Ajoutez d’abord des personnes.',
}

async function stopMailing(desk: Desk, channelId: string, id: string): Promise<void> {
  await tablesOf<SubscribersTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const stopped = await trx
        .updateTable('mailings')
        .set({ stoppedAt: desk.clock.now(), dueAt: null })
        .where('channelId', '=', channelId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst()
      if (!stopped) return
      await trx
        .updateTable('mailingLetters')
        .set({ state: 'dropped' })
        .where('mailingId', '=', id)
        .where('state', '=', 'waiting')
        .execute()
    })
}

async function countSubscribed(db: Executor, channelId: string): Promise<number> {
  const { count } = await tablesOf<SubscribersTables>(db)
    .selectFrom('subscribers')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('channelId', '=', channelId)
    .where('state', '=', 'subscribed')
    .executeTakeFirstOrThrow()
  return count
}

async function countsOf(
  db: Executor,
  channelId: string,
  ids: string[],
): Promise<Record<string, MailingCounts>> {
  const known = ids.filter((id) => /^[0-9a-f-]{36}$/.test(id))
  if (known.length === 0) return {}
  const rows = await tablesOf<SubscribersTables>(db)
    .selectFrom('mailings')
    .leftJoin('mailingLetters', 'mailingLetters.mailingId', 'mailings.id')
    .select((eb) => [
      'mailings.id',
      eb.fn.countAll<number>().filterWhere('mailingLetters.state', '=', 'sent').as('sent'),
      eb.fn.countAll<number>().filterWhere('mailingLetters.state', '=', 'waiting').as('waiting'),
    ])
    .where('channelId', '=', channelId)
    .where('mailings.id', 'in', known)
    .where('stoppedAt', 'is', null)
    .groupBy('mailings.id')
    .execute()
  return Object.fromEntries(rows.map(({ id, sent, waiting }) => [id, { sent, waiting }]))
}
