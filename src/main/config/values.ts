import fs from 'node:fs'
import { isIP } from 'node:net'
import path from 'node:path'
import { parseKey } from '#platform/crypto/key-file.ts'
import type { Text } from '#platform/text.ts'
import { words } from './setting.ts'
import type { Reader } from './setting.ts'

const ROLES = ['web', 'worker', 'listener'] as const

export type Role = (typeof ROLES)[number]

export const port: Reader<number> = {
  read: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
  expected: {
    en: 'a whole number from 0 to 65535 (0 takes any free port)',
    fr: 'un nombre entier de 0 à 65535 (0 prend n’importe quel port libre)',
  },
}

/** A directory, relative to `root`, that exists or can be created. */
export const directory = (root: string): Reader<string> => ({
  read: (text) => {
    const absolute = path.resolve(root, text)
    return fs.statSync(absolute, { throwIfNoEntry: false })?.isDirectory() === false
      ? undefined
      : absolute
  },
  expected: { en: 'a directory', fr: 'un dossier' },
  shown: (text) => ({ en: `“${text}”, which is a file`, fr: `« ${text} », qui est un fichier` }),
})

export const databaseUrl: Reader<string> = {
  read: (text) => (/^postgres(ql)?:$/.test(schemeOf(text)) ? text : undefined),
  expected: {
    en: 'the address of a PostgreSQL server, such as postgres://vigie:password@host:5432/vigie',
    fr: 'l’adresse d’un serveur PostgreSQL, par exemple postgres://vigie:motdepasse@hote:5432/vigie',
  },
  // the password is in there
  shown: (text) => {
    const scheme = schemeOf(text)
    return scheme
      ? {
          en: `an address that starts with ${scheme}`,
          fr: `une adresse qui commence par ${scheme}`,
        }
      : { en: 'something that is no address', fr: 'autre chose qu’une adresse' }
  },
}

export const roles: Reader<Role[]> = {
  read: (text) => {
    const asked = words(text.toLowerCase())
    const known = ROLES.filter((role) => asked.includes(role))
    return asked.length > 0 && asked.every(isRole) ? known : undefined
  },
  expected: {
    en: `one or more of ${ROLES.join(', ')}, separated by commas`,
    fr: `un ou plusieurs des mots ${ROLES.join(', ')}, séparés par des virgules`,
  },
}

export const secretKeys: Reader<[Buffer, ...Buffer[]]> = {
  read: (text) => {
    const keys = words(text).map(parseKey)
    const [first, ...others] = keys.filter((key) => key !== undefined)
    return first && keys.length === others.length + 1 ? [first, ...others] : undefined
  },
  expected: {
    en: '32 random bytes in base64 or hexadecimal (openssl rand -base64 32 makes them), or several such keys separated by commas of which the first is current',
    fr: 'une suite de 32 octets aléatoires en base64 ou en hexadécimal (openssl rand -base64 32 en produit une), ou plusieurs clés de ce type séparées par des virgules, la clé en vigueur en premier',
  },
  shown: (text) => lengths(words(text)),
}

export const trustProxy: Reader<false | number | string[]> = {
  read: (text) => {
    if (/^(no|false|off|0)$/i.test(text)) return false
    // “true” in Fastify would believe any visitor's X-Forwarded-For; one proxy is what people mean
    if (/^(yes|true|on)$/i.test(text)) return 1
    if (/^[1-9]$/.test(text)) return Number(text)
    const proxies = words(text)
    return proxies.length > 0 && proxies.every(isProxy) ? proxies : undefined
  },
  expected: {
    en: 'false, the number of proxies in front of the desk, or their addresses (10.0.0.5, 10.0.0.0/8, loopback) separated by commas',
    fr: 'false, le nombre de proxys placés devant Vigie, ou leurs adresses (10.0.0.5, 10.0.0.0/8, loopback) séparées par des virgules',
  },
}

function isRole(word: string): word is Role {
  return ROLES.some((role) => role === word)
}

function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

function schemeOf(text: string): string {
  return URL.parse(text)?.protocol ?? ''
}

function lengths(keys: string[]): Text {
  const counts = keys.map((key) => key.length).join(', ')
  return {
    en: `a text of ${counts} characters that is no such key`,
    fr: `un texte de ${counts} caractères qui n’est pas une telle clé`,
  }
}
