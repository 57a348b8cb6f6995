import webPush from 'web-push'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { PushTables } from './tables.ts'

/** Both halves in base64url. */
export interface VapidKeys {
  publicKey: string
  privateKey: string
}

const CONTEXT = 'push-keys'

/** The desk's own key pair (RFC 8292): made once, whoever asks first; devices would be lost with it. */
export async function vapidKeys(desk: Desk): Promise<VapidKeys> {
  return (await kept(desk)) ?? make(desk)
}

async function make(desk: Desk): Promise<VapidKeys> {
  const { publicKey, privateKey } = webPush.generateVAPIDKeys()
  const sealedPrivateKey = desk.secrets.seal(privateKey, CONTEXT)
  await tablesOf<PushTables>(desk.db)
    .insertInto('pushKeys')
    .values({ publicKey, sealedPrivateKey, createdAt: desk.clock.now() })
    .onConflict((c) => c.doNothing())
    .execute()
  // Another process may have been first.
  return (await kept(desk)) ?? { publicKey, privateKey }
}

async function kept(desk: Desk): Promise<VapidKeys | undefined> {
  const row = await tablesOf<PushTables>(desk.db)
    .selectFrom('pushKeys')
    .select(['publicKey', 'sealedPrivateKey'])
    .executeTakeFirst()
  return (
    row && {
      publicKey: row.publicKey,
      privateKey: desk.secrets.open(row.sealedPrivateKey, CONTEXT),
    }
  )
}
