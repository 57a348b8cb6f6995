import type { Author } from '#connectors/_contract/connector.ts'
import {
  accountOf,
  type Channel,
  connectorOf,
  findChannel,
  toolsFor,
} from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { findPeople } from '#domain/people/index.ts'
import type { MentionView } from './api.ts'
import { remembered } from './remembered.ts'

const MOST = 8
/** One letter would be everybody. */
const FEWEST_LETTERS = 2

/**
 * People to mention whose handle or name begins so: those the company knows first, then those the networks find.
 * A network that does not answer finds nobody: nothing is said of it while somebody writes.
 */
export async function peopleToMention(
  desk: Desk,
  companyId: string,
  channelIds: readonly string[],
  begins: string,
): Promise<MentionView[]> {
  const found = await Promise.all(channelIds.map((id) => findChannel(desk.db, companyId, id)))
  const channels = onePerNetwork(found.filter((one) => one !== undefined))
  const q = begins.replace(/^@/, '')
  const ids = channels.map(({ connectorId }) => connectorId)
  const known = await findPeople(desk.db, companyId, ids, q, MOST)
  const people: MentionView[] = []
  const add = (
    channel: Channel,
    isKnown: boolean,
    one: Pick<Author, 'handle' | 'name'> & { avatarUrl?: string | null },
  ) => {
    const { connectorId } = channel
    if (people.some((p) => p.handle === one.handle && p.connectorId === connectorId)) return
    const { name: networkName, stamp } = connectorOf(desk, channel).manifest
    const { handle, name, avatarUrl = null } = one
    people.push({ handle, name, avatarUrl, connectorId, networkName, stamp, known: isKnown })
  }
  for (const card of known) {
    const channel = channels.find(({ connectorId }) => connectorId === card.connectorId)
    if (channel) add(channel, true, card)
  }
  if (q.length >= FEWEST_LETTERS) {
    const asked = await Promise.all(channels.map((channel) => onNetwork(desk, channel, q)))
    for (const [i, authors] of asked.entries()) {
      const channel = channels[i]
      if (channel) for (const author of authors) add(channel, false, author)
    }
  }
  return people.slice(0, MOST)
}

async function onNetwork(desk: Desk, channel: Channel, q: string): Promise<Author[]> {
  const { mention } = connectorOf(desk, channel)
  if (!mention || channel.state !== 'connected') return []
  return remembered(desk.clock, `${channel.id} ${q.toLowerCase()}`, channel.id, async () => {
    const tools = await toolsFor(desk, channel)
    if (!tools.ok) return []
    const found = await mention.search(tools.value, accountOf(desk, channel), q)
    return found.ok ? found.value : []
  })
}

const onePerNetwork = (channels: readonly Channel[]) => [
  ...new Map(channels.map((channel) => [channel.connectorId, channel])).values(),
]
