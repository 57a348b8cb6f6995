import type { Connected, Tools } from '#connectors/_contract/connector.ts'
import { failed, type Outcome } from '#connectors/_contract/failure.ts'
import { type Desk, openDesk, value } from '#connectors/_contract/suite/desk.ts'
import kit from '../contract.ts'
import { blueskyDouble, ourHandle } from '../double.ts'
import bluesky from '../index.ts'

/** Where the desk is found in these tests. */
export const HERE = 'https://vigie.atelier-morel.fr/api/connect/callback'

/** A desk, the network in memory, and what strangers on it answer instead of what it would. */
export interface Played {
  desk: Desk
  tools: Tools
  network: ReturnType<typeof blueskyDouble>
  /** Answers instead of the network where it answers anything. */
  change: (url: URL, init: { body?: unknown }) => Response | undefined
  asked: URL[]
  /** How often an address that ends so was asked. */
  counted(end: string): number
  begin(fields?: Record<string, string>, redirectUri?: string): ReturnType<Begin>
  /** There and back, what comes back changed on the way. */
  visit(edit?: (back: URLSearchParams) => void): Promise<Outcome<Connected>>
}

type Begin = NonNullable<typeof bluesky.connect.begin>

export async function play(): Promise<Played> {
  const { connect } = bluesky
  const desk = await openDesk(bluesky, kit)
  const network = blueskyDouble(desk.clock)
  const tools: Tools = {
    ...desk.tools,
    fetch: async (address, init = {}) => {
      const url = new URL(address)
      played.asked.push(url)
      return played.change(url, init) ?? network.fetch(address, init)
    },
  }
  const played: Played = {
    desk,
    tools,
    network,
    change: () => undefined,
    asked: [],
    counted: (end) => played.asked.filter(({ pathname }) => pathname.endsWith(end)).length,
    begin: async (fields = { handle: ourHandle }, redirectUri = HERE) =>
      (await connect.begin?.(tools, fields, redirectUri, 'notre-mot')) ?? never,
    async visit(edit = () => {}) {
      const { url, memo } = value(await played.begin())
      const back = network.authority.allow(url)
      edit(back)
      const finished = await connect.finish?.(tools, back, HERE, memo)
      return (finished ?? never) as Outcome<Connected>
    },
  }
  return played
}

export const never = failed({ kind: 'transient', detail: 'not implemented' })
