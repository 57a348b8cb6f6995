import { z } from 'zod'
import type { Places } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { notAnAddress } from '#connectors/_contract/refusals.ts'
import { serverAddress } from '#connectors/_contract/server-address.ts'
import type { Text } from '#platform/text.ts'
import { network } from './api.ts'
import { communityIn } from './connect.ts'

const mostCommunities = 10

const settingsSchema = z.object({
  server: z.string().catch(''),
  communities: z.string().catch(''),
})

/** What a person wrote: a server, and perhaps communities of its own or that it knows of others. Pure. */
export function placeIn(settings: Record<string, unknown>): {
  server: string | null
  communities: string[]
  problem: { field: string; reason: Text } | null
} {
  const typed = settingsSchema.parse(settings)
  const server = serverAddress(typed.server)
  const words = typed.communities.split(/[\s,;]+/).filter(Boolean)
  const names = server ? words.map((word) => communityIn(word, server)) : []
  const communities = [...new Set(names.filter((name) => name !== null))]
  const odd = names.some((name) => name === null) || communities.length > mostCommunities
  const problem = !server
    ? { field: 'server', reason: notAnAddress(typed.server) }
    : odd
      ? { field: 'communities', reason: oddCommunities }
      : null
  return { server, communities, problem }
}

/** A server that anybody may read: its communities, or all that it knows by the words of the queries. */
export const places: Places = {
  account: 'none',
  fields: [
    {
      name: 'server',
      label: { en: 'Server', fr: 'Serveur' },
      kind: 'text',
      placeholder: 'jlai.lu',
      required: true,
    },
    {
      name: 'communities',
      label: { en: 'Communities', fr: 'Communautés' },
      hint: {
        en: 'Ten at most, separated by spaces. Leave empty to search all that the server knows for the words of your queries.',
        fr: 'Dix au plus, séparées par des espaces. Laissez vide pour chercher les mots de vos requêtes dans tout ce que le serveur connaît.',
      },
      kind: 'text',
      placeholder: 'menuiserie bois@lemmy.world',
      required: false,
    },
  ],
  help: {
    en: 'Posts and comments of communities, or of all that a server knows, without an account. They are read every five minutes; only what your queries find is kept.',
    fr: 'Les publications et commentaires de communautés, ou de tout ce qu’un serveur connaît, sans compte. Ils sont lus toutes les cinq minutes ; seul ce que vos requêtes trouvent est gardé.',
  },
  check: (settings) => placeIn(settings).problem,
  nameOf(settings) {
    const { server, communities } = placeIn(settings)
    const host = new URL(server ?? 'https://lemmy').host
    return communities.length > 0
      ? `${network} · ${communities.map((name) => `!${name}`).join(' ')}`
      : `${network} · ${host}`
  },
  readsAll: (settings) => placeIn(settings).communities.length > 0,
}

/** A server that shows nothing to whoever has no account there. */
export const strangersRefused = (detail: string): Failure => ({
  kind: 'rejected',
  field: 'server',
  reason: {
    en: 'This server shows nothing to strangers. Connect an account of it, and search through that account.',
    fr: 'Ce serveur ne montre rien aux inconnus. Connectez un compte de ce serveur et cherchez par ce compte.',
  },
  detail,
})

const oddCommunities: Text = {
  en: `Write ${mostCommunities} communities at most, by their names: menuiserie, or bois@lemmy.world.`,
  fr: `Écrivez ${mostCommunities} communautés au plus, par leurs noms : menuiserie, ou bois@lemmy.world.`,
}
