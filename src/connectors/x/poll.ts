import { z } from 'zod'
import type { Account, Outgoing, PollTally, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { call } from './api.ts'
import { text as rules } from './text.ts'

/** OpenAPI 2.167, `CreatePostsPoll`. */
const pollLimits = { choices: 4, length: 25, minutesMin: 5, minutesMax: 10_080 }

/** What X would refuse of a poll; null when it takes it. */
export function refusePoll({ poll, images, video }: Outgoing) {
  if (!poll) return null
  const { choices, minutes, multiple } = poll
  if (images.length > 0 || video) return rejected('poll', pollOrMedia)
  const wrong =
    multiple ||
    choices.length < 2 ||
    choices.length > pollLimits.choices ||
    choices.some((choice) => choice === '' || rules.count(choice) > pollLimits.length) ||
    new Set(choices).size < choices.length ||
    minutes < pollLimits.minutesMin ||
    minutes > pollLimits.minutesMax
  return wrong ? rejected('poll', refusedPoll) : null
}

const tallySchema = z.object({
  includes: z
    .object({
      polls: z.array(
        z.object({
          options: z.array(
            z.object({ label: z.string(), votes: z.number(), position: z.number() }),
          ),
          end_datetime: z.string().optional(),
          voting_status: z.string().optional(),
        }),
      ),
    })
    .optional(),
})

export async function readPoll(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<PollTally>> {
  const query = {
    expansions: 'attachments.poll_ids',
    'poll.fields': 'options,end_datetime,voting_status',
  }
  const path = `/2/tweets/${encodeURIComponent(remoteId)}`
  const answer = await call(tools, account, { path, query }, tallySchema)
  if (!answer.ok) return answer
  const [poll] = answer.value.includes?.polls ?? []
  if (!poll) return failed({ kind: 'rejected', reason: noPoll, detail: 'no poll in this post' })
  return done({
    choices: poll.options
      .toSorted((a, b) => a.position - b.position)
      .map(({ label, votes }) => ({ label, votes })),
    closesAt: new Date(poll.end_datetime ?? Number.NaN),
    closed: poll.voting_status === 'closed',
  })
}

const noPoll = { en: 'This post has no poll.', fr: 'Cette publication n’a pas de sondage.' }

const pollOrMedia = {
  en: 'X does not accept a poll and images or a video in one post.',
  fr: 'X n’accepte pas un sondage et des images ou une vidéo dans une même publication.',
}

const refusedPoll = {
  en: 'A poll on X has 2 to 4 different choices of 25 characters at most, of which people choose one, and lasts 5 minutes to 7 days.',
  fr: 'Un sondage sur X a de 2 à 4 choix différents de 25 caractères au plus, dont on choisit un seul, et dure de 5 minutes à 7 jours.',
}
