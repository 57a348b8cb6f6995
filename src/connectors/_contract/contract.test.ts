import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Connector } from './connector.ts'
import { loadConnectors, twinsBy } from './registry.ts'
import { connectRules } from './suite/connect-rules.ts'
import { documentRules } from './suite/document-rules.ts'
import { folderRules } from './suite/folder-rules.ts'
import { handedRules } from './suite/handed-rules.ts'
import { inboxRules } from './suite/inbox-rules.ts'
import type { ContractKit } from './suite/kit.ts'
import { lettersRules } from './suite/letters-rules.ts'
import { listenRules } from './suite/listen-rules.ts'
import { manifestRules } from './suite/manifest-rules.ts'
import { mentionRules } from './suite/mention-rules.ts'
import { metricsRules } from './suite/metrics-rules.ts'
import { networksTable } from './suite/networks-table.ts'
import { publishFaults } from './suite/publish-faults.ts'
import { publishRules } from './suite/publish-rules.ts'
import { siteRules } from './suite/site-rules.ts'
import { webhookRules } from './suite/webhook-rules.ts'

// One suite for every network: a folder is found on disk, never listed here.
const shipped = path.resolve(import.meta.dirname, '..')
const root = process.env['VIGIE_CONNECTORS'] ?? shipped
const connectors = await loadConnectors(root)

test.skipIf(process.env['VIGIE_CONNECTORS'])(
  'docs/networks.md says what the folders say',
  async () => {
    const file = path.resolve(import.meta.dirname, '../../../docs/networks.md')
    await expect(networksTable(connectors.values(), root)).toMatchFileSnapshot(file)
  },
)

for (const connector of connectors.values()) {
  if (connector.manifest.plays) continue
  const folder = path.join(root, connector.manifest.id)
  const kit = await kitOf(folder)
  describe(connector.manifest.name, () => {
    describe('folder', () => folderRules(connector, kit, folder))
    describe('manifest', () => manifestRules(connector))
    if (kit) rulesOf(connector, kit)
    if (kit) documentRules(connector)
    if (connector.manifest.connect.visit && kit) {
      const { visit } = kit
      test('contract.ts brings the way by a visit too', () => expect(visit).toBeDefined())
      describe('by a visit', () => rulesOf(byVisit(connector), { ...kit, ...visit }))
    }
    if (!kit) {
      test('contract.ts brings an offline double of the network', () => {
        throw new Error(`write ${folder}/contract.ts: docs/connectors.md says how`)
      })
    }
  })
  // A twin has no folder: it is held to the rules of what it plays, on the network that plays it.
  for (const twin of kit ? twinsBy(connector, connectors.values()) : []) {
    describe(twin.manifest.name, () => {
      describe('manifest', () => manifestRules(twin))
      if (kit) rulesOf(twin, kit)
    })
  }
}

function rulesOf(connector: Connector, kit: ContractKit): void {
  if (connector.site) describe('site', () => siteRules(connector, kit))
  else if (connector.handed) describe('by hand', () => handedRules(connector, kit))
  else if (connector.manifest.connect.method !== 'none') {
    describe('connect', () => connectRules(connector, kit))
  }
  const takesPosts = Boolean(connector.publish) && !connector.manifest.answersOnly
  if (takesPosts) describe('publish', () => publishRules(connector, kit))
  // What is published to a list is written down in the desk's own database: nothing is asked of anybody.
  if (connector.letters) describe('letters', () => lettersRules(connector, kit))
  else if (takesPosts) {
    describe('when publishing goes wrong', () => publishFaults(connector, kit))
  }
  if (connector.inbox) describe('inbox', () => inboxRules(connector, kit))
  if (connector.metrics) describe('metrics', () => metricsRules(connector, kit))
  if (connector.mention) describe('mention', () => mentionRules(connector, kit))
  if (connector.webhook) describe('webhook', () => webhookRules(connector, kit))
  if (connector.listen) describe('listen', () => listenRules(connector, kit))
}

/** The same network, whose accounts are connected on its own page only. */
function byVisit(connector: Connector): Connector {
  const { withCredentials: _, ...connect } = connector.connect
  return { ...connector, connect }
}

async function kitOf(folder: string): Promise<ContractKit | null> {
  try {
    const file = pathToFileURL(path.join(folder, 'contract.ts')).href
    return ((await import(file)) as { default: ContractKit }).default
  } catch (error) {
    const isMissing = error instanceof Error && /contract\.ts/.test(error.message)
    if (isMissing) return null
    throw error
  }
}
