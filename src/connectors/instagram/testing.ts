import type { Outgoing, Tools } from '#connectors/_contract/connector.ts'
import { openDesk } from '#connectors/_contract/suite/desk.ts'
import kit from './contract.ts'
import type { InstagramDouble } from './double.ts'
import instagram from './index.ts'

export async function openAccount() {
  const desk = await openDesk(instagram, kit)
  return { ...desk, network: desk.network as InstagramDouble }
}

/** Keeps facts as the desk does: on the delivery, as JSON. */
export const keeping = (tools: Tools, delivery: Outgoing): Tools => ({
  ...tools,
  keep: async (facts) =>
    void (delivery.kept = JSON.parse(JSON.stringify(facts)) as object as Record<string, unknown>),
})

export const isPublishing = ({ url }: { url: URL }) => url.pathname.endsWith('/media_publish')
