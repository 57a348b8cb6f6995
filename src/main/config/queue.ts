import fs from 'node:fs'
import type { QueueSettings } from '#platform/queue/queue.ts'
import { words } from './setting.ts'
import type { Reader } from './setting.ts'

type Address = Pick<QueueSettings, 'servers' | 'tls' | 'user' | 'password' | 'token'>

/** The servers of one NATS, whose access, if any, stands in the first. */
export const natsUrl: Reader<Address> = {
  read: (text) => {
    const urls = words(text).map((word) => URL.parse(word))
    const [first] = urls
    if (!first || !urls.every((url) => isNats(url))) return undefined
    const { username, password } = first
    const user = decoded(username)
    const secret = decoded(password)
    if (user === undefined || secret === undefined) return undefined
    return {
      servers: urls.flatMap((url) => (url ? [`${url.hostname}:${url.port || 4222}`] : [])),
      tls: urls.some((url) => url?.protocol === 'tls:'),
      ...(user !== '' && secret !== '' ? { user, password: secret } : {}),
      ...(user !== '' && secret === '' ? { token: user } : {}),
    }
  },
  expected: {
    en: 'the address of a NATS server, such as nats://vigie:password@queue.example:4222 (tls:// where it must be encrypted), or several separated by commas',
    fr: 'l’adresse d’un serveur NATS, par exemple nats://vigie:motdepasse@file.exemple:4222 (tls:// si l’échange doit être chiffré), ou plusieurs séparées par des virgules',
  },
  // The password is in there.
  shown: () => ({ en: 'something else', fr: 'autre chose' }),
}

/** A file that NATS gives its users, with the two parts that let them in; read at once. */
export const credsFile: Reader<string> = {
  read: (text) => {
    try {
      const creds = fs.readFileSync(text, 'utf8')
      return /BEGIN NATS USER JWT/.test(creds) && /BEGIN USER NKEY SEED/.test(creds)
        ? creds
        : undefined
    } catch {
      return undefined
    }
  },
  expected: {
    en: 'the path of a NATS credentials file (.creds) that this account may read',
    fr: 'le chemin d’un fichier d’accès NATS (.creds) que ce compte peut lire',
  },
}

/** What NATS lets a stream be called, and short: it is part of every subject. */
export const streamName: Reader<string> = {
  read: (text) => (/^[A-Za-z0-9_-]{1,32}$/.test(text) ? text : undefined),
  expected: {
    en: 'a name of letters, digits, - and _, 32 at most',
    fr: 'un nom fait de lettres, de chiffres, de - et de _, 32 au plus',
  },
}

function isNats(url: URL | null): boolean {
  if (!url || !['nats:', 'tls:'].includes(url.protocol) || url.hostname === '') return false
  return ['', '/'].includes(url.pathname) && url.search === '' && url.hash === ''
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
