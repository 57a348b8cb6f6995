import type { Connector } from '#connectors/_contract/connector.ts'
import { findChannel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Text } from '#platform/text.ts'
import { badSettings, cannotListen, channelNeeded } from '../../errors.ts'
import { readSettings } from '../feed-settings.ts'

/** What a new source is made of. */
export interface Details {
  name: string
  channelId: string | null
  streamed: boolean
  settings: string
}

/**
 * What a person asked for, read. The other side is not tried: it is dialled once, by its listener, and says on the list
 * what is wrong.
 * @throws Problem when the network streams nothing, when a field is at fault, or when it goes through an account
 */
export async function streamDetails(
  desk: Desk,
  companyId: string,
  { manifest, stream }: Connector,
  input: {
    channelId?: string | undefined
    name?: string | undefined
    settings: Record<string, string>
  },
): Promise<Details> {
  if (!stream) throw new Problem(cannotListen)
  const settings = readSettings(stream.fields, input.settings)
  const wrong = stream.check?.(settings)
  if (wrong) throw refused(wrong.field, wrong.reason)
  const channel =
    stream.account === 'needed' && input.channelId
      ? await findChannel(desk.db, companyId, input.channelId)
      : undefined
  const through = channel?.connectorId === manifest.id && channel.state === 'connected'
  if (stream.account === 'needed' && !through) {
    throw new Problem(channelNeeded, { network: manifest.name })
  }
  return {
    name: input.name ?? stream.nameOf(settings).slice(0, 120),
    channelId: channel?.id ?? null,
    streamed: true,
    settings: JSON.stringify(settings),
  }
}

/** A field of the form that is at fault, with a sentence by it. */
export function refused(field: string, reason: Text): Problem {
  return new Problem(
    badSettings,
    {},
    { fields: [{ pointer: `/settings/${field}`, detail: reason }] },
  )
}
