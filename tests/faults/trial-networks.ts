import type { Connector } from '#connectors/_contract/connector.ts'
import type { Registry } from '#connectors/_contract/registry.ts'
import sandbox from '#connectors/sandbox/index.ts'
import { groundConnectors } from './ground/connectors.ts'
import { TIMINGS, type Timings } from '#domain/publishing/deliveries/timings.ts'

/**
 * The practice network twice: as it is, honouring the key of each delivery; and as most networks are, where a
 * post can only be recognised by reading the account back. Without its daily quota, which no trial would pass.
 */
const unlimited: Connector = { ...sandbox, manifest: { ...sandbox.manifest, quotas: [] } }
const readBack: Connector = {
  ...unlimited,
  manifest: { ...unlimited.manifest, id: 'sandbox-read-back', idempotency: 'read-back' },
}

export const trialNetworks: Registry = new Map([unlimited, readBack].map((c) => [c.manifest.id, c]))

/** @param name `ground` for the proving ground and its five kinds; the practice network when nothing is said */
export const networksOf = (name: string | undefined): Registry =>
  name === 'ground'
    ? new Map(groundConnectors(GROUND_TIMEOUT_MS).map((c) => [c.manifest.id, c]))
    : trialNetworks

/** How long workers wait for an answer of the proving ground. */
export const GROUND_TIMEOUT_MS = 800

/** The same rules as in service, in a hurry: a test cannot wait for minutes. */
export const hurried: Timings = {
  ...TIMINGS,
  lease: 1500,
  renewEvery: 400,
  fence: 200,
  quiet: 1200,
  tryAgain: [100, 200, 400, 800],
  checkAgain: [100, 200, 400, 800, 1600, 3200, 3200, 3200, 3200, 3200],
}
