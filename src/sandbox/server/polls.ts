import { sql } from 'kysely'
import { z } from 'zod'
import { randomOf } from '../model/random.ts'
import { vote } from '../model/vote.ts'
import type { ViewStep } from '../model/views.ts'
import { insertMany } from './bulk.ts'
import { type Flavour, lengthOf } from './flavours.ts'
import { Refusal } from './refusal.ts'
import type { PostRow, SandboxPoll } from './tables.ts'
import type { SandboxTools } from './tools.ts'

export const pollInput = z.object({
  choices: z.array(z.string().max(1000)).min(1).max(100),
  minutes: z.number().int(),
  multiple: z.boolean().default(false),
})

/** @throws Refusal for a poll that is not taken at this place */
export function checkPoll(poll: SandboxPoll | undefined, { poll: takes }: Flavour): void {
  if (!poll) return
  const { choices, minutes, multiple } = poll
  const wrong =
    choices.length < 2 ||
    choices.length > takes.choicesMax ||
    choices.some((choice) => choice.trim() === '' || lengthOf(choice) > takes.choiceLength) ||
    new Set(choices).size < choices.length ||
    minutes < takes.minutesMin ||
    minutes > takes.minutesMax ||
    (multiple && !takes.multiple)
  if (wrong)
    throw new Refusal(
      422,
      'poll_refused',
      `A poll has 2 to ${takes.choicesMax} different choices of ${takes.choiceLength} characters at most, and lasts ${takes.minutesMin} to ${takes.minutesMax} minutes.`,
    )
}

/** Writes down how the audience will vote, with the instants. */
export async function audienceVotes(
  tools: SandboxTools,
  seed: string,
  post: Pick<PostRow, 'id' | 'at' | 'poll'>,
  views: readonly ViewStep[],
): Promise<void> {
  if (!post.poll) return
  const { choices } = post.poll
  const closes = closesAt(post.at, post.poll).getTime()
  const random = randomOf(seed, 'poll', ...choices, post.at.getTime())
  const steps = vote(views, { choices: choices.length, closes }, random)
  const types = { post_id: 'text', at: 'timestamptz', choice: 'smallint', count: 'integer' }
  const rows = steps.map(({ at, ...step }) => ({ post_id: post.id, at: new Date(at), ...step }))
  await insertMany(tools.db, 'sandbox_votes', types, rows)
}

/** The poll of a post as it stands now. */
export async function tallyOf(tools: SandboxTools, { id, at, poll }: PostRow) {
  if (!poll) return null
  const now = tools.clock.now()
  const { rows } = await sql<{ choice: number; votes: number }>`
    select choice, sum(count) as votes from sandbox_votes where post_id = ${id} and at <= ${now} group by choice`.execute(
    tools.db,
  )
  const closes = closesAt(at, poll)
  return {
    choices: poll.choices.map((label, n) => ({
      label,
      votes: rows.find(({ choice }) => choice === n)?.votes ?? 0,
    })),
    closesAt: closes.toISOString(),
    closed: closes <= now,
  }
}

const closesAt = (at: Date, { minutes }: SandboxPoll) => new Date(at.getTime() + minutes * 60_000)
