import type { Connector } from '#connectors/_contract/connector.ts'
import { failed } from '#connectors/_contract/failure.ts'
import { manifestSchema } from '#connectors/_contract/manifest.ts'

const standIns = new Map<string, Connector>()

/**
 * What stands for a network whose folder was taken off this desk: a name, and nothing it can do. Its accounts and
 * what they said stay readable, and nothing is sent by them.
 */
export function missingConnector(id: string): Connector {
  const known = standIns.get(id)
  if (known) return known
  const nothing = { en: `This desk has no “${id}”.`, fr: `Ce poste n’a pas « ${id} ».` }
  const standIn: Connector = {
    manifest: {
      ...manifestSchema.parse({
        id: 'missing',
        name: id,
        stamp: '?',
        description: nothing,
        capabilities: { publish: false, inbox: false, metrics: false, listen: false },
        connect: { method: 'none', fields: [], help: nothing },
        idempotency: 'none',
        metrics: { post: [], channel: [] },
        docs: [],
      }),
      id,
    },
    text: { count: (text) => [...text].length, spans: () => [] },
    connect: {
      check: async () => failed({ kind: 'transient', detail: `no connector "${id}" on this desk` }),
    },
  }
  standIns.set(id, standIn)
  return standIn
}

/** Whether it only stands for a network whose folder is not here. */
export const isMissing = (connector: Connector): boolean =>
  standIns.get(connector.manifest.id) === connector
