import { lookup } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import type { LookupFunction } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { FetchFailure } from './failure.ts'
import { isPublicAddress } from './public-address.ts'

/** How names become addresses and which addresses may be dialled; replaced in tests. */
export interface Network {
  resolve(hostname: string): Promise<LookupAddress[]>
  isPublic(address: string): boolean
}

export const internet: Network = {
  resolve: (hostname) =>
    new Promise((resolve, reject) => {
      lookup(hostname, { all: true }, (error, found) => (error ? reject(error) : resolve(found)))
    }),
  isPublic: isPublicAddress,
}

/** HTTP/1.1 only: one request, one socket, so that “was it sent?” has an answer. */
const PLAIN = {
  allowH2: false,
  maxHeaderSize: 32_768,
  /** Of one message; `openSocket` counts them all, but a small one may be a bomb. */
  webSocket: { maxPayloadSize: 10 * 1024 * 1024 },
}

/** Dials only addresses it has checked itself, at the moment of dialling: a name cannot change its mind. */
export function guardedAgent(
  network: Network,
  isAllowed: (hostname: string, port: number) => boolean,
): Agent {
  const dial = buildConnector({ allowH2: false, lookup: checkedLookup(network) })
  const dialAllowed = buildConnector({ allowH2: false, lookup: plainLookup(network) })
  return new Agent({
    ...PLAIN,
    // A connection of its own for each request: one kept alive may be closed by the server just as we write, and
    // a post whose request met that would be in doubt for nothing (seen with snac 2.96).
    pipelining: 0,
    connect: (options, done) => {
      const { hostname, protocol, port } = options
      if (isAllowed(hostname, portOf(protocol, port))) return dialAllowed(options, done)
      // an address written as such is dialled without a lookup
      if (isIP(hostname) && !network.isPublic(hostname)) return done(refusal(hostname), null)
      return dial(options, done)
    },
  })
}

/** For the desk's own servers: no check at all. */
export function openAgent(): Agent {
  return new Agent(PLAIN)
}

export function portOf(protocol: string, port: string): number {
  return Number(port) || (protocol === 'https:' ? 443 : 80)
}

export function checkedLookup(network: Network): LookupFunction {
  return lookupThrough(async (hostname) => {
    const found = await network.resolve(hostname)
    // one private address among public ones is a mistake or an attack, never a reason to go on
    if (!found.every(({ address }) => network.isPublic(address))) throw refusal(hostname)
    return found
  })
}

function plainLookup(network: Network): LookupFunction {
  return lookupThrough((hostname) => network.resolve(hostname))
}

function lookupThrough(resolve: (hostname: string) => Promise<LookupAddress[]>): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname).then(
      (found) => {
        const [first] = found
        if (!first) done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), [])
        else if (options.all) done(null, found)
        else done(null, first.address, first.family)
      },
      (error: Error) => done(error, []),
    )
  }
}

export function refusal(hostname: string): FetchFailure {
  return new FetchFailure('private-address', `${hostname} is not on the public internet`, false)
}
