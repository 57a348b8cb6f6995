import { loadConnectors, type Registry } from '#connectors/_contract/registry.ts'
import type { OpenDesk } from '#main/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { type Caller, caller } from '#support/caller.ts'

/** Every connector, none with a quota: some take few posts a day, so that their quota is met; a bench sends hundreds. */
export async function withoutQuotas(): Promise<Registry> {
  const connectors = [...(await loadConnectors()).values()]
  return new Map(
    connectors.map((c) => [c.manifest.id, { ...c, manifest: { ...c.manifest, quotas: [] } }]),
  )
}

/** Camille's first visit: Atelier Morel, which practises or does not. */
export async function openCompany(
  open: OpenDesk,
  { practice }: { practice: boolean },
): Promise<Caller> {
  const stranger = caller(open.server)
  const camille = {
    name: 'Camille Morel',
    email: 'camille@atelier-morel.example',
    password: 'une chaise en chêne',
    language: 'fr',
  }
  await stranger.post('/sign-up', camille)
  const { cookie } = await stranger.post('/sign-in', camille)
  const owner = caller(open.server, { cookie })
  const { body } = await owner.post('/companies', {
    name: 'Atelier Morel',
    language: 'fr',
    timeZone: 'Europe/Paris',
  })
  const companies = tablesOf<{ companies: { id: string; practice: boolean } }>(open.desk.db)
  await companies.updateTable('companies').set({ practice }).where('id', '=', body.id).execute()
  return owner.of(body.id)
}
