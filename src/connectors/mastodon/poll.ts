import { z } from 'zod'
import type { Account, Outgoing, PollTally, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { graphemes } from '#connectors/_contract/graphemes.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { limitsIn } from './account.ts'
import type { ServerLimits } from './limits.ts'
import { callAs } from './server.ts'

/** What the server would refuse of a poll, seen before anything is sent; null when it takes it. */
export function refusePoll(account: Account, { poll, images }: Outgoing) {
  if (!poll) return null
  const limits = limitsIn(account)
  const { choices, minutes } = poll
  if (images.length > 0) return rejected('poll', pollOrImages)
  const wrong =
    choices.length < 2 ||
    choices.length > limits.pollChoicesMax ||
    choices.some((choice) => graphemes(choice) > limits.pollChoiceLength) ||
    new Set(choices).size < choices.length ||
    minutes < limits.pollMinutesMin ||
    minutes > limits.pollMinutesMax
  return wrong ? rejected('poll', refusedPoll(limits)) : null
}

/** The fields of a poll (docs.joinmastodon.org/methods/statuses, read 2026-11-22). */
export function pollFields({ poll }: Outgoing): [string, string][] {
  if (!poll) return []
  return [
    ...poll.choices.map((choice): [string, string] => ['poll[options][]', choice]),
    ['poll[expires_in]', String(poll.minutes * 60)],
    ['poll[multiple]', String(poll.multiple)],
  ]
}

/** What we use of a Poll (docs.joinmastodon.org/entities/Poll, read 2026-11-25). */
const pollSchema = z.object({
  options: z.array(z.object({ title: z.string(), votes_count: z.number().nullish() })),
  expires_at: z.string().nullish(),
  expired: z.boolean().default(false),
})

export async function readPoll(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<PollTally>> {
  const path = `/api/v1/statuses/${encodeURIComponent(remoteId)}`
  const answer = await callAs(tools, account, { path }, z.object({ poll: pollSchema.nullish() }))
  if (!answer.ok) return answer
  const { poll } = answer.value
  if (!poll) return failed({ kind: 'rejected', reason: noPoll, detail: 'no poll in this status' })
  const { options, expires_at, expired } = poll
  return done({
    choices: options.map(({ title, votes_count }) => ({ label: title, votes: votes_count ?? 0 })),
    closesAt: new Date(expires_at ?? Number.NaN),
    closed: expired,
  })
}

const noPoll = {
  en: 'This post has no poll.',
  fr: 'Cette publication n’a pas de sondage.',
}

const pollOrImages = {
  en: 'Mastodon does not accept a poll and images in one post.',
  fr: 'Mastodon n’accepte pas un sondage et des images dans une même publication.',
}

const refusedPoll = (limits: ServerLimits) => ({
  en: `A poll has 2 to ${limits.pollChoicesMax} different choices of ${limits.pollChoiceLength} characters at most and lasts ${limits.pollMinutesMin} minutes to ${Math.floor(limits.pollMinutesMax / 1440)} days.`,
  fr: `Un sondage a de 2 à ${limits.pollChoicesMax} choix différents de ${limits.pollChoiceLength} caractères au plus et dure de ${limits.pollMinutesMin} minutes à ${Math.floor(limits.pollMinutesMax / 1440)} jours.`,
})
