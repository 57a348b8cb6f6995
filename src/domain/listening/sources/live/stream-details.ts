import type { Connector, Places, Stream } from '#connectors/_contract/connector.ts'
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

interface Asked {
  channelId?: string | undefined
  name?: string | undefined
  settings: Record<string, string>
}

/**
 * What a person asked for, read. The other side is not tried: it is dialled once, by its listener, and says on the list
 * what is wrong.
 * @throws Problem when the network streams nothing, when a field is at fault, or when it goes through an account
 */
export async function streamDetails(
  desk: Desk,
  companyId: string,
  connector: Connector,
  input: Asked,
): Promise<Details> {
  if (!connector.stream) throw new Problem(cannotListen)
  return {
    ...(await formDetails(desk, companyId, connector, connector.stream, input)),
    streamed: true,
  }
}

/**
 * A form that a connector declares, as a person filled it in.
 * @throws Problem when a field is at fault, or when it goes through an account that is not there
 */
export async function formDetails(
  desk: Desk,
  companyId: string,
  { manifest }: Connector,
  form: Pick<Stream | Places, 'account' | 'fields' | 'check' | 'nameOf'>,
  input: Asked,
): Promise<Details> {
  const settings = readSettings(form.fields, input.settings)
  const wrong = form.check?.(settings)
  if (wrong) throw refused(wrong.field, wrong.reason)
  const channel =
    form.account === 'needed' && input.channelId
      ? await findChannel(desk.db, companyId, input.channelId)
      : undefined
  const through = channel?.connectorId === manifest.id && channel.state === 'connected'
  if (form.account === 'needed' && !through) {
    throw new Problem(channelNeeded, { network: manifest.name })
  }
  return {
    name: input.name ?? form.nameOf(settings).slice(0, 120),
    channelId: channel?.id ?? null,
    streamed: false,
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
