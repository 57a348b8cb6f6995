import { z } from 'zod'
import type { Places } from '#connectors/_contract/connector.ts'
import type { Text } from '#platform/text.ts'
import { subredditIn } from './account.ts'

/** They are read as one list, whose newest thousand Reddit gives. */
const mostCommunities = 20

const settingsSchema = z.object({ communities: z.string().catch('') })

/** What a person wrote: communities, by their names or addresses. Pure. */
export function placeIn(settings: Record<string, unknown>): {
  communities: string[]
  problem: { field: string; reason: Text } | null
} {
  const words = settingsSchema
    .parse(settings)
    .communities.split(/[\s,;]+/)
    .filter(Boolean)
  const names = words.map((word) => subredditIn(word))
  const communities = [...new Set(names.filter((name) => name !== null))]
  const isOdd = names.some((name) => name === null)
  const count = communities.length
  const isRight = !isOdd && count > 0 && count <= mostCommunities
  return { communities, problem: isRight ? null : { field: 'communities', reason: oddCommunities } }
}

/** Communities of Reddit, through the account and by the app that Reddit approved for the company. */
export const places: Places = {
  account: 'needed',
  fields: [
    {
      name: 'communities',
      label: { en: 'Communities', fr: 'Communautés' },
      kind: 'text',
      hint: {
        en: 'Twenty at most, separated by spaces.',
        fr: 'Vingt au plus, séparées par des espaces.',
      },
      placeholder: 'r/menuiserie r/bois',
      required: true,
    },
  ],
  help: {
    en: 'New posts and comments of these communities, through your account, every five minutes. Only what your queries find is kept, and it is forgotten once it is deleted there.',
    fr: 'Les nouvelles publications et les nouveaux commentaires de ces communautés, par votre compte, toutes les cinq minutes. Seul ce que vos requêtes trouvent est gardé, puis oublié une fois supprimé là-bas.',
  },
  check: (settings) => placeIn(settings).problem,
  nameOf: (settings) =>
    placeIn(settings)
      .communities.map((name) => `r/${name}`)
      .join(' '),
  readsAll: (settings) => placeIn(settings).communities.length > 0,
}

const oddCommunities: Text = {
  en: `Write between one and ${mostCommunities} communities, by their names: r/menuiserie.`,
  fr: `Écrivez entre une et ${mostCommunities} communautés, par leurs noms : r/menuiserie.`,
}
