import { loadMessages } from './locale.ts'

const modules = import.meta.glob<Record<string, unknown>>('../../connectors/*/web/index.ts')

/**
 * What a connector brings to the screens (its preview, its glyph), with its words loaded;
 * null when the connector brings nothing. One chunk per connector, fetched on first use.
 */
export async function loadConnectorWeb(id: string): Promise<Record<string, unknown> | null> {
  const folder = `../../connectors/${id}/web`
  const load = modules[`${folder}/index.ts`]
  if (!load) return null
  const [module] = await Promise.all([load(), loadMessages(folder)])
  return module
}
