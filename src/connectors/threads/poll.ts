import { z } from 'zod'
import type { Account, PollTally, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { callAs } from './account.ts'

const letters = ['a', 'b', 'c', 'd'] as const

const names = letters.flatMap((letter) => [`option_${letter}`, `option_${letter}_votes_percentage`])

/** Shares between 0 and 1 of all votes; each is told rounded (create-posts/polls, read 2026-11-25). */
const pollSchema = z.looseObject({
  total_votes: z.number().default(0),
  expiration_timestamp: z.string(),
})

/** The votes so far. */
export async function readPoll(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<PollTally>> {
  const inner = [...names, 'total_votes', 'expiration_timestamp'].join(',')
  const call = { path: `/${remoteId}`, query: { fields: `id,poll_attachment{${inner}}` } }
  const schema = z.object({ poll_attachment: pollSchema.optional() })
  const answer = await callAs(tools, account, call, schema)
  if (!answer.ok) return answer
  const poll = answer.value.poll_attachment
  if (!poll) return failed({ kind: 'rejected', reason: noPoll, detail: 'no poll in this post' })
  const closesAt = new Date(poll.expiration_timestamp)
  const choices = letters.flatMap((letter) => {
    const label = poll[`option_${letter}`]
    const share = Number(poll[`option_${letter}_votes_percentage`] ?? 0)
    return typeof label === 'string' ? [{ label, votes: Math.round(share * poll.total_votes) }] : []
  })
  return done({ choices, closesAt, closed: closesAt <= tools.clock.now() })
}

const noPoll = {
  en: 'This post has no poll.',
  fr: 'Cette publication n’a pas de sondage.',
}
