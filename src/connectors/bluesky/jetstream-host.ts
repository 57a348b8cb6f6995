import { z } from 'zod'
import type { Stream } from '#connectors/_contract/connector.ts'
import type { Text } from '#platform/text.ts'

/** Of the four that Bluesky runs, the one that is asked unless a person names another. */
const defaultHost = 'jetstream2.us-east.bsky.network'

export const settingsSchema = z.object({ host: z.string().catch('') })

export const streamFields: Stream['fields'] = [
  {
    name: 'host',
    label: { en: 'Jetstream server', fr: 'Serveur Jetstream' },
    hint: {
      en: 'Leave empty for Bluesky’s own. Others of theirs: jetstream1.us-east, jetstream1.us-west and jetstream2.us-west.bsky.network.',
      fr: 'Laissez vide pour celui de Bluesky. Ses autres serveurs : jetstream1.us-east, jetstream1.us-west et jetstream2.us-west.bsky.network.',
    },
    kind: 'text',
    placeholder: defaultHost,
    required: false,
  },
]

/**
 * Where the stream is, from what a person wrote: a host, with its port if need be, or its `wss://` address.
 * `ws://` is kept as it is: the guard alone lets it through, to hosts that its operator allowed.
 */
export function hostIn(written: string): {
  address: string
  problem: { field: string; reason: Text } | null
} {
  const text = written.trim() || defaultHost
  const whole = /^[a-z]+:\/\//i.test(text) ? text : `wss://${text}`
  const url = URL.parse(whole)
  const isSocket = url !== null && /^wss?:$/.test(url.protocol)
  if (!isSocket || url.username || url.password || !url.hostname) {
    return { address: '', problem: { field: 'host', reason: noHost } }
  }
  return { address: `${url.protocol}//${url.host}`, problem: null }
}

const noHost: Text = {
  en: `Write the name of a server, for instance ${defaultHost}.`,
  fr: `Écrivez le nom d’un serveur, par exemple ${defaultHost}.`,
}
