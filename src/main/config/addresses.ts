import { isIP } from 'node:net'
import { words } from './setting.ts'
import type { Reader } from './setting.ts'

/** The address the desk listens on. */
export const hostName: Reader<string> = {
  read: (text) => (isIP(text) || isName(text) ? text : undefined),
  expected: {
    en: 'an IP address or a host name to listen on, such as 127.0.0.1 or 0.0.0.0',
    fr: 'une adresse IP ou un nom d’hôte sur lequel écouter, par exemple 127.0.0.1 ou 0.0.0.0',
  },
}

/** Hosts that the guarded fetch may reach although private. */
export const hostList: Reader<string[]> = {
  read: (text) => {
    const hosts = words(text.toLowerCase())
    return hosts.every(isHostAndPort) ? hosts : undefined
  },
  expected: {
    en: 'a list of host or host:port separated by commas, such as intranet.example:8443, [fd00::5]',
    fr: 'une liste d’hôtes, avec ou sans port, séparés par des virgules, par exemple intranet.exemple:8443, [fd00::5]',
  },
}

export const serverUrl: Reader<string> = {
  read: (text) => {
    const url = webAddress(text)
    return url ? url.origin + url.pathname.replace(/\/+$/, '') : undefined
  },
  expected: {
    en: 'an http:// or https:// address without user name or query',
    fr: 'une adresse http:// ou https:// sans nom d’utilisateur ni paramètre',
  },
}

/** The origin people reach: https, or http on this machine only. */
export const publicUrl: Reader<string> = {
  read: (text) => {
    const url = webAddress(text)
    if (!url || url.pathname !== '/') return undefined
    const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
    return url.protocol === 'https:' || local ? url.origin : undefined
  },
  expected: {
    en: 'the https:// address people on the internet reach, without a path, such as https://vigie.example',
    fr: 'l’adresse en https:// sous laquelle le public atteint Vigie, sans chemin, par exemple https://vigie.exemple',
  },
}

function webAddress(text: string): URL | undefined {
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol)) return undefined
  return url.username || url.password || url.search || url.hash ? undefined : url
}

function isHostAndPort(text: string): boolean {
  const parts = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(text)
  if (!parts) return isIP(text) === 6
  const [, address, name = '', port = '1'] = parts
  const known = address ? isIP(address) === 6 : isIP(name) === 4 || isName(name)
  return known && Number(port) >= 1 && Number(port) <= 65_535
}

function isName(text: string): boolean {
  return /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/i.test(
    text,
  )
}
