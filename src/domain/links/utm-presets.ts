import type { Desk } from '#domain/desk.ts'
import { listChannels } from '#domain/channels/index.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Actor } from '#platform/http/route.ts'
import type { z } from 'zod'
import type { UtmExamples, UtmPreset, utmExampleInput } from './api.ts'
import type { LinksTables } from './tables.ts'
import { utmOfDelivery, withUtm } from './utm.ts'

/** The company's templates; empty when it never chose any. */
export async function utmPresetOf(db: Executor, companyId: string): Promise<UtmPreset> {
  const row = await tablesOf<LinksTables>(db)
    .selectFrom('utmPresets')
    .select('preset')
    .where('companyId', '=', companyId)
    .executeTakeFirst()
  return row?.preset ?? {}
}

/** Replaces the company's templates. What is planned already keeps the tags it was planned with. */
export async function putUtmPreset(
  desk: Desk,
  actor: Actor,
  preset: UtmPreset,
): Promise<UtmPreset> {
  const { companyId } = actor
  await desk.db.transaction().execute(async (trx: Executor) => {
    const row = { companyId, preset: JSON.stringify(preset) }
    await tablesOf<LinksTables>(trx)
      .insertInto('utmPresets')
      .values(row)
      .onConflict((c) => c.column('companyId').doUpdateSet({ preset: row.preset }))
      .execute()
    const subject = `company:${companyId}`
    const detail = { tags: Object.keys(preset) }
    const at = desk.clock.now()
    await audit(trx, {
      companyId,
      at,
      actor: actor.id,
      action: 'links.tags_changed',
      subject,
      detail,
    })
    await emit(trx, companyId, 'link.tags_changed')
  })
  return preset
}

/** One tag after the other: the first that says something. */
export const over = (preset: UtmPreset, below: UtmPreset): UtmPreset => ({ ...below, ...preset })

const EXAMPLE = 'https://example.com/'
const MOST = 3

/** How an address would leave by the company's first accounts, one of each network. Keeps nothing. */
export async function utmExamplesOf(
  desk: Desk,
  companyId: string,
  { preset, campaignName }: z.output<typeof utmExampleInput>,
): Promise<UtmExamples> {
  const own =
    campaignName === undefined ? preset : over(preset, await utmPresetOf(desk.db, companyId))
  const channels = (await listChannels(desk.db, companyId)).filter(
    ({ state }) => state !== 'disconnected',
  )
  const one = new Map(channels.toReversed().map((channel) => [channel.connectorId, channel]))
  const shown = [...one.values()].toReversed().slice(0, MOST)
  const leaves = (connectorId: string, account: string) =>
    withUtm(
      EXAMPLE,
      utmOfDelivery({
        connectorId,
        account,
        preset: own,
        campaignName: campaignName || 'noel',
        deliveryId: '7f3a9c2e',
        text: '',
      }),
    )
  if (shown.length === 0)
    return [{ networkName: null, handle: null, leaves: leaves('network', 'account') }]
  return shown.map(({ connectorId, handle }) => ({
    networkName: desk.connectors.get(connectorId)?.manifest.name ?? connectorId,
    handle,
    leaves: leaves(connectorId, handle),
  }))
}
