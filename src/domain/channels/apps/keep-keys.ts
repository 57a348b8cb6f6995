import type { Transaction } from 'kysely'
import type { RegisteredApp } from '#connectors/_contract/manifest.ts'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { connectorFor, type Who } from '../connect-account.ts'
import { badAppKeys, noAppHere } from '../errors.ts'
import { readSoon } from '../read-soon.ts'
import type { ChannelsTables } from '../tables.ts'
import { keysContext } from './keys.ts'

/** A network that asks for an app, allowed in this company. @throws Problem otherwise */
export async function networkWithApp(desk: Desk, companyId: string, connectorId: string) {
  const { manifest } = await connectorFor(desk, companyId, connectorId)
  const { app } = manifest.connect
  if (!app) throw new Problem(noAppHere, { network: manifest.name })
  return { manifest, app }
}

/** Keeps the keys of the company's app, all at once: those entered before are forgotten. */
export async function keepAppKeys(
  desk: Desk,
  who: Who,
  connectorId: string,
  fields: Record<string, string>,
): Promise<void> {
  const { manifest, app } = await networkWithApp(desk, who.companyId, connectorId)
  const keys = read(app, fields)
  const now = desk.clock.now()
  const row = {
    sealedKeys: desk.secrets.seal(JSON.stringify(keys), keysContext(who.companyId, connectorId)),
    setBy: who.id,
    setAt: now,
  }
  await tablesOf<ChannelsTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await trx
        .insertInto('appKeys')
        .values({ companyId: who.companyId, connectorId, ...row })
        .onConflict((conflict) => conflict.columns(['companyId', 'connectorId']).doUpdateSet(row))
        .execute()
      await audit(trx, {
        companyId: who.companyId,
        at: now,
        actor: who.id,
        action: 'app.keys-set',
        subject: `app:${connectorId}`,
        detail: { network: manifest.name },
      })
      await checkSoon(trx, who.companyId, connectorId, now)
    })
}

/** Forgets the keys. Nothing is asked of the network any more in the name of the accounts connected by them. */
export async function removeAppKeys(desk: Desk, who: Who, connectorId: string): Promise<void> {
  const { manifest } = await networkWithApp(desk, who.companyId, connectorId)
  await tablesOf<ChannelsTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const removed = await trx
        .deleteFrom('appKeys')
        .where('companyId', '=', who.companyId)
        .where('connectorId', '=', connectorId)
        .returning('connectorId')
        .executeTakeFirst()
      if (!removed) throw new Problem(notFound)
      await audit(trx, {
        companyId: who.companyId,
        at: desk.clock.now(),
        actor: who.id,
        action: 'app.keys-removed',
        subject: `app:${connectorId}`,
        detail: { network: manifest.name },
      })
    })
}

/** Only what the network asks for, and all that it needs. @throws Problem that points at each field */
function read({ fields }: RegisteredApp, given: Record<string, string>): Record<string, string> {
  const missing = fields.filter(({ name, required }) => required && !given[name])
  if (missing.length > 0) {
    throw new Problem(
      badAppKeys,
      {},
      {
        fields: missing.map(({ name, label }) => ({
          pointer: `/fields/${name}`,
          detail: { en: `Fill in “${label.en}”.`, fr: `Remplissez « ${label.fr} ».` },
        })),
      },
    )
  }
  return Object.fromEntries(
    fields.flatMap(({ name }) => (given[name] ? [[name, given[name]] as const] : [])),
  )
}

/** The accounts that waited for these keys, or that they may not fit, say at once how they are. */
async function checkSoon(
  trx: Transaction<ChannelsTables>,
  companyId: string,
  connectorId: string,
  now: Date,
): Promise<void> {
  const accounts = await trx
    .selectFrom('channels')
    .select('id')
    .where('companyId', '=', companyId)
    .where('connectorId', '=', connectorId)
    .where('state', '=', 'connected')
    .execute()
  for (const { id } of accounts) await readSoon(trx, id, ['check'], now)
}
