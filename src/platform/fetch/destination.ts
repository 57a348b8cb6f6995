import { isIP } from 'node:net'
import { FetchFailure } from './failure.ts'
import { portOf } from './guard.ts'

/** Hosts that may be reached although private, as `host` or `host:port`. */
export type AllowList = (hostname: string, port: number) => boolean

/** @param hosts `intranet.example`, `intranet.example:8443`, `10.0.0.5`, `[fd00::5]:80`, `fd00::5` */
export function allowList(hosts: readonly string[]): AllowList {
  const known = new Set(hosts.map(normalised))
  return (hostname, port) => {
    const host = bracketed(hostname)
    return known.has(host) || known.has(`${host}:${port}`)
  }
}

export interface Destination {
  /** The address as it was asked for. */
  url: URL
  /** The address that is dialled: the same, unless the host is an alias. */
  dialled: URL
  isAlias: boolean
}

/**
 * Where a request goes, or why it may not.
 * @param aliases virtual host → origin and path of one of the desk's own servers
 * @throws FetchFailure `bad-url` for other schemes, credentials in the address, or plain http to a
 *   host that is neither allowed nor asked for by `allowHttp`
 */
export function destinationOf(
  url: URL,
  aliases: ReadonlyMap<string, string>,
  isAllowed: AllowList,
  allowHttp: boolean,
): Destination {
  if (url.username || url.password)
    throw badUrl(url, 'user name and password do not go into an address')
  const alias = aliases.get(url.hostname)
  if (alias) return { url, dialled: aliased(url, alias), isAlias: true }
  if (
    url.protocol === 'http:' &&
    !allowHttp &&
    !isAllowed(url.hostname, portOf('http:', url.port))
  ) {
    throw badUrl(url, 'only https:// is allowed')
  }
  if (!['http:', 'https:'].includes(url.protocol)) throw badUrl(url, 'only https:// is allowed')
  return { url, dialled: url, isAlias: false }
}

/** @throws FetchFailure `bad-url` when it is no address at all */
export function parseUrl(text: string | URL): URL {
  const url = URL.parse(String(text))
  if (!url) throw new FetchFailure('bad-url', 'not an address', false)
  return url
}

function aliased(url: URL, alias: string): URL {
  const real = new URL(alias)
  const path = real.pathname.replace(/\/+$/, '') + url.pathname
  return new URL(path + url.search, real.origin)
}

function badUrl(url: URL, detail: string): FetchFailure {
  return new FetchFailure('bad-url', `${url.protocol}//${url.host}: ${detail}`, false)
}

/** `http://` is there for the parser only, which writes every form of an address the same way. */
function normalised(host: string): string {
  const url = URL.parse(`http://${bracketed(host)}`)
  const port = /:(\d+)$/.exec(bracketed(host))?.[1]
  return port ? `${url?.hostname}:${port}` : (url?.hostname ?? host)
}

function bracketed(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host
}
