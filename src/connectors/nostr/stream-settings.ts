import { z } from 'zod'
import type { Stream } from '#connectors/_contract/connector.ts'
import { notAnAddress } from '#connectors/_contract/refusals.ts'
import type { Text } from '#platform/text.ts'
import { network } from './account.ts'
import { tagOf } from './listen.ts'
import { relaysIn } from './relay-address.ts'

const mostRelays = 5
const mostTags = 20

export const fields: Stream['fields'] = [
  {
    name: 'relays',
    label: { en: 'Relays', fr: 'Relais' },
    hint: {
      en: 'One to five addresses, separated by spaces. What several of them tell is kept once.',
      fr: 'D’une à cinq adresses, séparées par des espaces. Ce que plusieurs répètent est gardé une fois.',
    },
    kind: 'text',
    placeholder: 'relay.damus.io nos.lol',
    required: true,
  },
  {
    name: 'tags',
    label: { en: 'Hashtags', fr: 'Mots-dièse' },
    hint: {
      en: 'Leave empty for every public note of these relays.',
      fr: 'Laissez vide pour toutes les notes publiques de ces relais.',
    },
    kind: 'text',
    placeholder: 'menuiserie bois',
    required: false,
  },
]

const settingsSchema = z.object({ relays: z.string().catch(''), tags: z.string().catch('') })

export interface StreamSettings {
  relays: string[]
  tags: string[]
  problem: { field: string; reason: Text } | null
}

/** What a person wrote, read. Pure. */
export function streamSettings(settings: Record<string, unknown>): StreamSettings {
  const typed = settingsSchema.parse(settings)
  const { relays, wrong } = relaysIn(typed.relays)
  const words = typed.tags.split(/[\s,;]+/).filter(Boolean)
  const tags = [...new Set(words.flatMap((word) => tagOf(word) ?? []))]
  const odd = words.find((word) => tagOf(word) === null)
  const problem =
    wrong !== null
      ? { field: 'relays', reason: notAnAddress(wrong) }
      : relays.length > mostRelays
        ? { field: 'relays', reason: tooManyRelays }
        : odd !== undefined || tags.length > mostTags
          ? { field: 'tags', reason: oddTags }
          : null
  return { relays, tags, problem }
}

/** `Nostr · #bois #menuiserie`, or the host of the first relay. */
export function nameOf(settings: Record<string, unknown>): string {
  const { relays, tags } = streamSettings(settings)
  const host = URL.parse(relays[0] ?? '')?.host ?? ''
  return `${network} · ${tags.length > 0 ? tags.map((tag) => `#${tag}`).join(' ') : host}`
}

const tooManyRelays: Text = {
  en: `Choose ${mostRelays} relays at most.`,
  fr: `Choisissez ${mostRelays} relais au plus.`,
}

const oddTags: Text = {
  en: `Write ${mostTags} hashtags at most, each of letters and figures, with spaces between them.`,
  fr: `Écrivez ${mostTags} mots-dièse au plus, chacun de lettres et de chiffres, séparés par des espaces.`,
}
