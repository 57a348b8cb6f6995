import { z } from 'zod'
import type { Account, PollTally, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { call, escapedUrn } from '#connectors/_linkedin/api.ts'
import { durations } from '#connectors/_linkedin/poll.ts'

const tallySchema = z.object({
  publishedAt: z.number().optional(),
  createdAt: z.number().optional(),
  content: z
    .object({
      poll: z
        .object({
          options: z.array(z.object({ text: z.string(), voteCount: z.number().default(0) })),
          settings: z.object({ duration: z.string() }),
        })
        .optional(),
    })
    .optional(),
})

export async function readPoll(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<PollTally>> {
  const path = `posts/${escapedUrn(remoteId)}?viewContext=AUTHOR`
  const answer = await call(tools, account, { path }, tallySchema)
  if (!answer.ok) return answer
  const { publishedAt, createdAt = 0, content } = answer.value
  if (!content?.poll) {
    return failed({ kind: 'rejected', reason: noPoll, detail: 'no poll in this post' })
  }
  const { options, settings } = content.poll
  const minutes = Object.entries(durations).find(([, name]) => name === settings.duration)?.[0]
  const closesAt = new Date((publishedAt ?? createdAt) + Number(minutes) * 60_000)
  return done({
    choices: options.map(({ text, voteCount }) => ({ label: text, votes: voteCount })),
    closesAt,
    closed: closesAt <= tools.clock.now(),
  })
}

const noPoll = { en: 'This post has no poll.', fr: 'Cette publication n’a pas de sondage.' }
