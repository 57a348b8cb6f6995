import { z } from 'zod'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { callAs } from './api.ts'

const flairSchema = z.array(z.object({ id: z.string(), text: z.string() }))

/** The number of a flair of a community, by its words; null when none was asked for. */
export async function flairId(
  tools: Tools,
  account: Account,
  subreddit: string,
  words: string,
): Promise<Outcome<string | null>> {
  if (words === '') return done(null)
  const path = `/r/${subreddit}/api/link_flair_v2`
  const flairs = await callAs(tools, account, { path }, flairSchema)
  if (!flairs.ok) return flairs
  const found = flairs.value.find(({ text }) => text.toLowerCase() === words.toLowerCase())
  return found ? done(found.id) : rejected('flair', unknown(flairs.value.map(({ text }) => text)))
}

function unknown(known: string[]) {
  if (known.length === 0) {
    return {
      en: 'This community has no flairs for posts.',
      fr: 'Cette communauté n’a pas de flairs pour les publications.',
    }
  }
  return {
    en: `This community has no such flair. It has: ${known.join(', ')}.`,
    fr: `Cette communauté n’a pas ce flair. Elle a : ${known.join(', ')}.`,
  }
}
