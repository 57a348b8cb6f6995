import type { Desk } from '#domain/desk.ts'
import { memberNames } from '#domain/governance/index.ts'
import { redirectUriAt, webhookUriAt } from '../addresses.ts'
import { verifyTokens } from '../verify-tokens.ts'
import type { AppView } from './api.ts'
import { networkWithApp } from './keep-keys.ts'
import { appKeysOf, keptKeys } from './keys.ts'

/** What is entered of the company's app, when and by whom. @param origin where people and networks find this desk */
export async function readApp(
  desk: Desk,
  companyId: string,
  connectorId: string,
  origin: string,
): Promise<AppView> {
  const { manifest } = await networkWithApp(desk, companyId, connectorId)
  const kept = await keptKeys(desk, companyId, connectorId)
  const names = await memberNames(desk.db, companyId)
  return {
    keys: kept && {
      fields: Object.keys(kept.keys),
      setAt: kept.setAt.toISOString(),
      setBy: names.get(kept.setBy) ?? null,
    },
    complete: (await appKeysOf(desk, companyId, manifest)) !== null,
    redirectUri: redirectUriAt(origin),
    webhookUri: webhookUriAt(origin, connectorId, companyId),
    verifyToken: verifyTokens(desk, companyId, connectorId)[0] ?? '',
  }
}
