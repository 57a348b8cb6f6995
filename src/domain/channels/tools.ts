import type { Connector, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import type { Desk } from '#domain/desk.ts'
import { connectorOf, saveSecrets } from './account.ts'
import { appKeysOf, keysMissing } from './apps/keys.ts'
import { signersOf } from './documents/signers.ts'
import type { Channel } from './model.ts'

/**
 * What a connector may use for a company.
 * @returns `rejected`, with what to do, when it wants the keys of the company's app and they are missing: it is not
 *   called then
 */
export async function toolsOf(
  desk: Desk,
  companyId: string,
  { manifest }: Connector,
  log: Tools['log'] = desk.log.child({ connector: manifest.id }),
): Promise<Outcome<Tools>> {
  const { fetch, socket, live, courier, mailbox, clock } = desk
  const signers = () => signersOf(desk, manifest.id)
  const tools: Tools = { fetch, socket, live, courier, mailbox, clock, log, signers }
  if (!manifest.connect.app) return done(tools)
  const app = await appKeysOf(desk, companyId, manifest)
  return app ? done({ ...tools, app }) : failed(keysMissing(manifest.name))
}

/** What the connector may use while it works for this channel. @returns as `toolsOf` does */
export async function toolsFor(desk: Desk, channel: Channel): Promise<Outcome<Tools>> {
  const { id, companyId, connectorId } = channel
  const log = desk.log.child({ channel: id, connector: connectorId })
  const tools = await toolsOf(desk, companyId, connectorOf(desk, channel), log)
  if (!tools.ok) return tools
  return done({
    ...tools.value,
    ...(connectorOf(desk, channel).site ? { sightings: channel.sightings ?? {} } : {}),
    saveSecrets: (secrets, expiresAt) => saveSecrets(desk, id, secrets, expiresAt),
  })
}
