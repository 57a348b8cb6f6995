import { z } from 'zod'
import type { Account, Outgoing } from '#connectors/_contract/connector.ts'
import { graphemes } from '#connectors/_contract/graphemes.ts'
import type { Text } from '#platform/text.ts'
import { limitsIn } from './account.ts'
import { defaultLimits, type ServerLimits } from './limits.ts'

const optionsSchema = z.object({
  visibility: z.enum(['public', 'unlisted', 'private']).catch('public'),
  spoiler: z.string().trim().catch(''),
  poll: z.preprocess(
    (choices) =>
      Array.isArray(choices) ? choices.filter((c) => String(c).trim() !== '') : choices,
    z.array(z.string().trim()).catch([]),
  ),
  pollMinutes: z.coerce.number().int().catch(1440),
  pollMultiple: z.boolean().catch(false),
})

/** Options as they are used; what is missing or unreadable has its default. */
export const optionsOf = (options: Record<string, unknown>) => optionsSchema.parse(options)

/** Who may see the post. An answer is never more public than what it answers. */
export function visibilityOf({ options, replyTo }: Outgoing): string {
  const asked = replyTo?.data?.['visibility']
  if (asked === 'direct' || asked === 'private' || asked === 'unlisted') return asked
  return optionsOf(options).visibility
}

/** @returns one sentence for each thing the server would refuse */
export function checkOptions(
  given: Record<string, unknown>,
  account?: Pick<Account, 'settings'>,
): { field: string; reason: Text }[] {
  const options = optionsOf(given)
  const limits = account ? limitsIn(account) : defaultLimits
  const found: { field: string; reason: Text }[] = []
  if (options.poll.length === 0) return found
  if (options.poll.length < 2 || options.poll.length > limits.pollChoicesMax) {
    found.push({ field: 'poll', reason: choiceCount(limits) })
  }
  if (options.poll.some((choice) => graphemes(choice) > limits.pollChoiceLength)) {
    found.push({ field: 'poll', reason: choiceLength(limits) })
  }
  if (new Set(options.poll).size < options.poll.length) {
    found.push({ field: 'poll', reason: sameChoice })
  }
  const { pollMinutes } = options
  if (pollMinutes < limits.pollMinutesMin || pollMinutes > limits.pollMinutesMax) {
    found.push({ field: 'pollMinutes', reason: duration(limits) })
  }
  return found
}

const choiceCount = ({ pollChoicesMax: max }: ServerLimits): Text => ({
  en: `A poll has between 2 and ${max} choices.`,
  fr: `Un sondage a entre 2 et ${max} choix.`,
})

const choiceLength = ({ pollChoiceLength: max }: ServerLimits): Text => ({
  en: `A choice of the poll is longer than ${max} characters.`,
  fr: `Un choix du sondage dépasse ${max} caractères.`,
})

const sameChoice: Text = {
  en: 'Two choices of the poll are the same.',
  fr: 'Deux choix du sondage sont identiques.',
}

const duration = ({ pollMinutesMin: min, pollMinutesMax: max }: ServerLimits): Text => ({
  en: `A poll lasts between ${min} minutes and ${Math.floor(max / 1440)} days.`,
  fr: `Un sondage dure entre ${min} minutes et ${Math.floor(max / 1440)} jours.`,
})

export const pollOrImages: Text = {
  en: 'Mastodon does not accept a poll and images in one post.',
  fr: 'Mastodon n’accepte pas un sondage et des images dans une même publication.',
}
