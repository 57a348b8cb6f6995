import { randomUUID } from 'node:crypto'
import { type FixedClock, fixedClock } from '#platform/clock.ts'
import { signingKeyFrom } from '#platform/crypto/signing-key.ts'
import type { Account, Connected, Connector, Outgoing, Tools } from '../connector.ts'
import { done, type Failure, type Outcome } from '../failure.ts'
import { type FaultyNetwork, faultyNetwork } from './faults.ts'
import type { ContractKit, NetworkDouble } from './kit.ts'
import { pictureOf } from './picture.ts'

/** A desk with one connected account on a fresh network, as the suite uses it. */
export interface Desk {
  network: NetworkDouble
  faults: FaultyNetwork
  tools: Tools
  account: Account
  connected: Connected
  /** Our own clock; the network has another one. */
  clock: FixedClock
  /** What was written to the log, as JSON. */
  logged: string[]
  delivery(text: string, more?: Partial<Outgoing>): Outgoing
}

/** @param aheadMs by how much our clock is ahead of the network's */
export async function openDesk(connector: Connector, kit: ContractKit, aheadMs = 0): Promise<Desk> {
  const now = new Date('2026-03-02T09:00:00+01:00')
  const theirs = fixedClock(now)
  const clock = fixedClock(new Date(now.getTime() + aheadMs))
  const network = kit.network(theirs)
  const faults = faultyNetwork(network, kit.socket)
  const logged: string[] = []
  const log = (o: object, m?: string) => void logged.push(JSON.stringify([o, m]))
  const tools: Tools = {
    fetch: faults.fetch,
    ...(faults.socket ? { socket: faults.socket } : {}),
    ...(faults.courier ? { courier: faults.courier } : {}),
    ...(faults.mailbox ? { mailbox: faults.mailbox } : {}),
    ...(network.mailings ? { mailings: network.mailings } : {}),
    ...(network.visits ? { visits: network.visits } : {}),
    clock,
    signers: async () => [await signingKeyFrom('the suite', connector.manifest.id)],
    log: { info: log, warn: log },
    ...(kit.app ? { app: kit.app } : {}),
    addressOf: async (media) => `https://vigie.example/m/${media.type.replace('/', '.')}`,
  }
  const connected = value(await signIn(connector, kit, tools, kit.fields))
  const needed = connector.manifest.needsMedia ? await mediaFor(connector) : {}
  const tick = clock.advance
  clock.advance = (ms) => {
    tick(ms)
    theirs.advance(ms)
  }
  return {
    network,
    faults,
    tools,
    account: connected.account,
    connected,
    clock,
    logged,
    delivery: (text, more = {}) => ({
      id: randomUUID(),
      plannedAt: clock.now(),
      text,
      images: [],
      options: kit.options ?? {},
      ...(more.replyTo || more.video ? {} : needed),
      ...more,
    }),
  }
}

/** What a post must show, where it must show something: an image, or a video where no image is taken. */
export async function mediaFor({
  manifest,
}: Connector): Promise<Pick<Partial<Outgoing>, 'images' | 'video'>> {
  if (manifest.images) return { images: [await pictureOf('', 40, 30, manifest.images.types)] }
  const [type = ''] = manifest.video?.types ?? []
  const file = new Blob(['film'], { type })
  return { video: { file, type, width: 160, height: 90, seconds: 2, alt: '' } }
}

/** Connects as a person would: at once, or by a visit to the network. */
export async function signIn(
  connector: Connector,
  kit: ContractKit,
  tools: Tools,
  fields: Record<string, string>,
): Promise<Outcome<Connected>> {
  const { connect, manifest } = connector
  if (manifest.connect.method === 'none') return done(nobody)
  if (connect.withCredentials) return connect.withCredentials(tools, fields)
  if (!connect.begin || !connect.finish || !kit.allow) {
    throw new Error('an oauth connector needs begin and finish, and its contract.ts needs allow')
  }
  const redirect = 'https://vigie.example/channels/callback'
  const begun = await connect.begin(tools, fields, redirect, 'state-of-this-visit')
  if (!begun.ok) return begun
  // The desk keeps the memo as JSON.
  const memo = JSON.parse(JSON.stringify(begun.value.memo)) as Record<string, unknown>
  const finished = await connect.finish(tools, kit.allow(begun.value.url), redirect, memo)
  if (!finished.ok || !Array.isArray(finished.value)) return finished as Outcome<Connected>
  const [first] = finished.value
  if (!first) throw new Error('an empty choice of accounts: answer `rejected` and say why')
  return done(first)
}

/** Where no account is needed. */
const nobody: Connected = {
  account: { remoteId: '', handle: '', settings: {}, secrets: {} },
  displayName: '',
  profileUrl: '',
}

/** The value of what went well. @throws Error with the failure otherwise */
export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`it failed: ${JSON.stringify(outcome.failure)}`)
  return outcome.value
}

/** The failure of what went wrong. @throws Error when it went well */
export function failure<T>(outcome: Outcome<T>): Failure {
  if (outcome.ok) throw new Error(`it went well: ${JSON.stringify(outcome.value)}`)
  return outcome.failure
}
