import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Connector } from './connector.ts'

const folder = path.resolve(import.meta.dirname, '..')

export type Registry = ReadonlyMap<string, Connector>

/**
 * Finds every connector on disk: one folder, one network. Adding a network is adding a folder. Those that publish are
 * also there as a practice network plays them.
 * @throws Error when a folder's name differs from its manifest's id
 */
export async function loadConnectors(root = folder): Promise<Registry> {
  const entries = await readdir(root, { withFileTypes: true })
  const ids = entries
    .filter((e) => e.isDirectory() && !e.name.startsWith('_'))
    .map((e) => e.name)
    .filter((id) => existsSync(path.join(root, id, 'index.ts')))
  const found: Connector[] = []
  // One after the other: Node 24 cannot require() a module that another import is loading (htmlparser2, of sanitize-html).
  for (const id of ids.sort()) found.push(await loadConnector(root, id))
  const all = [...found, ...found.flatMap((player) => twinsBy(player, found))]
  return new Map(all.map((connector) => [connector.manifest.id, connector]))
}

/** The twins a practice network makes of the networks that publish by themselves; none when it plays nobody. */
export function twinsBy({ playAs }: Connector, networks: Iterable<Connector>): Connector[] {
  if (!playAs) return []
  return [...networks]
    .filter(({ manifest: { capabilities, practice, handed } }) => {
      return capabilities.publish && !practice && !handed
    })
    .map((network) => playAs(network))
}

async function loadConnector(root: string, id: string): Promise<Connector> {
  const file = pathToFileURL(path.join(root, id, 'index.ts')).href
  const { default: connector } = (await import(file)) as { default: Connector }
  if (connector.manifest.id !== id) {
    throw new Error(`Folder src/connectors/${id} declares the id "${connector.manifest.id}"`)
  }
  return connector
}
