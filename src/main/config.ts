import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { loadKeyFile } from '#platform/crypto/key-file.ts'
import type { QueueSettings } from '#platform/queue/queue.ts'
import type { Text } from '#platform/text.ts'
import { hostName, hostList, publicUrl, serverUrl } from './config/addresses.ts'
import { mailAddress, smtpUrl } from './config/mail.ts'
import { megabytes } from './config/media.ts'
import { credsFile, natsUrl, streamName } from './config/queue.ts'
import { ConfigError, setting } from './config/setting.ts'
import { databaseUrl, directory, port, roles, secretKeys, trustProxy } from './config/values.ts'
import type { Role } from './config/values.ts'

export { ConfigError }
export type { Role }

export interface Config {
  /** TCP port of the desk; 0 lets the machine choose one. */
  port: number
  host: string
  /** Absolute. Holds `postgres/`, `media/` and `secret.key`. */
  dataDir: string
  /** Absent when the desk brings its own PostgreSQL along. */
  databaseUrl: string | undefined
  roles: readonly Role[]
  /** 32 bytes each; the first seals, the others still open what they sealed. */
  secretKeys: readonly [Buffer, ...Buffer[]]
  /** `host` or `host:port`, lower case, that the guarded fetch may reach although private. */
  allowPrivateHosts: readonly string[]
  /** Where the sandbox network is served when it is not by this process. */
  sandboxUrl: string | undefined
  /** The origin people on the internet reach, without a slash at the end. */
  publicUrl: string | undefined
  /** The server by which letters leave; without one, the desk sends none. */
  smtpUrl: string | undefined
  /** The sender of the desk's letters. */
  mailFrom: string
  /** The heaviest video that is taken in. */
  videoMaxBytes: number
  /** Fastify's `trustProxy`: none, how many proxies stand in front, or which ones. */
  trustProxy: false | number | string[]
  /** Between what is collected and what is kept; absent where one process hands it to itself. */
  queue: QueueSettings | undefined
}

const projectRoot = fileURLToPath(new URL('../../', import.meta.url))

const Settings = z.object({
  PORT: setting('PORT', port).default(4380),
  HOST: setting('HOST', hostName).default('127.0.0.1'),
  VIGIE_DATA_DIR: setting('VIGIE_DATA_DIR', directory(projectRoot)).default(
    path.join(projectRoot, 'data'),
  ),
  DATABASE_URL: setting('DATABASE_URL', databaseUrl).optional(),
  VIGIE_ROLE: setting('VIGIE_ROLE', roles).default(['web', 'worker', 'listener']),
  VIGIE_SECRET_KEY: setting('VIGIE_SECRET_KEY', secretKeys).optional(),
  VIGIE_ALLOW_PRIVATE_HOSTS: setting('VIGIE_ALLOW_PRIVATE_HOSTS', hostList).default([]),
  VIGIE_SANDBOX_URL: setting('VIGIE_SANDBOX_URL', serverUrl).optional(),
  VIGIE_PUBLIC_URL: setting('VIGIE_PUBLIC_URL', publicUrl).optional(),
  VIGIE_SMTP_URL: setting('VIGIE_SMTP_URL', smtpUrl).optional(),
  VIGIE_MAIL_FROM: setting('VIGIE_MAIL_FROM', mailAddress).default('Vigie <vigie@localhost>'),
  VIGIE_VIDEO_MAX_MB: setting('VIGIE_VIDEO_MAX_MB', megabytes).default(512e6),
  VIGIE_TRUST_PROXY: setting('VIGIE_TRUST_PROXY', trustProxy).default(false),
  VIGIE_NATS_URL: setting('VIGIE_NATS_URL', natsUrl).optional(),
  VIGIE_NATS_CREDS: setting('VIGIE_NATS_CREDS', credsFile).optional(),
  VIGIE_NATS_STREAM: setting('VIGIE_NATS_STREAM', streamName).default('vigie'),
  VIGIE_NATS_MAX_MB: setting('VIGIE_NATS_MAX_MB', megabytes).default(1024e6),
})

/**
 * Reads the desk's settings from the environment; an empty value counts as absent. Without
 * VIGIE_SECRET_KEY, the key is read from `secret.key` in the data directory, made on first use.
 * @throws ConfigError with one sentence for each wrong value, in both languages
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const parsed = Settings.safeParse(given)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(sentenceOf))
  const settings = parsed.data
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDir: settings.VIGIE_DATA_DIR,
    databaseUrl: settings.DATABASE_URL,
    roles: settings.VIGIE_ROLE,
    secretKeys: settings.VIGIE_SECRET_KEY ?? keysOf(settings.VIGIE_DATA_DIR),
    allowPrivateHosts: settings.VIGIE_ALLOW_PRIVATE_HOSTS,
    sandboxUrl: settings.VIGIE_SANDBOX_URL,
    publicUrl: settings.VIGIE_PUBLIC_URL,
    smtpUrl: settings.VIGIE_SMTP_URL,
    mailFrom: settings.VIGIE_MAIL_FROM,
    videoMaxBytes: settings.VIGIE_VIDEO_MAX_MB,
    trustProxy: settings.VIGIE_TRUST_PROXY,
    queue: queueOf(settings),
  }
}

function queueOf(settings: z.infer<typeof Settings>): QueueSettings | undefined {
  const { VIGIE_NATS_URL: address, VIGIE_NATS_CREDS: creds } = settings
  if (!address) return undefined
  return {
    ...address,
    ...(creds ? { creds } : {}),
    stream: settings.VIGIE_NATS_STREAM,
    maxBytes: settings.VIGIE_NATS_MAX_MB,
  }
}

function keysOf(dataDir: string): Config['secretKeys'] {
  const file = path.join(dataDir, 'secret.key')
  const keys = loadKeyFile(file)
  if ('keys' in keys) return keys.keys
  const { en, fr } = keys.problem
  throw new ConfigError([
    {
      en: `The key file ${file} ${en}; put it back from a backup or set VIGIE_SECRET_KEY.`,
      fr: `Le fichier de clé ${file} ${fr} ; rétablissez-le depuis une sauvegarde ou renseignez VIGIE_SECRET_KEY.`,
    },
  ])
}

function sentenceOf(issue: z.core.$ZodIssue): Text {
  const fr = issue.code === 'custom' ? issue.params?.['fr'] : undefined
  return { en: issue.message, fr: typeof fr === 'string' ? fr : issue.message }
}
