import { z } from 'zod'
import type { Account, Poll, PollTally, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { tokenOf } from './account.ts'
import { call } from './bot-api.ts'
import { manifest } from './manifest.ts'
import { placeOf } from './message.ts'

const questionMax = 300
/** A poll that Telegram has closed cannot be read any more: so long it stays open for us to close it. */
const marginMinutes = 10

/** What Telegram would refuse of a poll (core.telegram.org/bots/api#sendpoll, read 2026-11-25). */
export function refusePoll(question: string, poll: Poll | undefined) {
  if (!poll || !manifest.poll) return null
  if (question.length > questionMax) return rejected('text', longQuestion)
  const { choicesMax, choiceLength, minutesMax } = manifest.poll
  const { choices, minutes } = poll
  const wrong =
    choices.length < 2 ||
    choices.length > choicesMax.value ||
    choices.some((choice) => choice.trim() === '' || choice.length > choiceLength.value) ||
    minutes < 1 ||
    minutes > minutesMax.value
  return wrong ? rejected('poll', wrongPoll) : null
}

export function pollParams(question: string, { choices, minutes, multiple }: Poll) {
  return {
    question,
    options: choices.map((text) => ({ text })),
    is_anonymous: true,
    allows_multiple_answers: multiple,
    open_period: (minutes + marginMinutes) * 60,
  }
}

const pollSchema = z.object({
  options: z.array(z.object({ text: z.string(), voter_count: z.number() })),
})

/**
 * The votes, once the time is over: the only method that tells them is the one that closes the poll.
 */
export async function readPoll(
  tools: Tools,
  account: Account,
  { remoteId, data }: { remoteId: string; data?: Record<string, unknown> },
): Promise<Outcome<PollTally>> {
  const closesAt = new Date(String(data?.['closesAt']))
  if (Number.isNaN(closesAt.getTime())) return rejected('poll', noPoll)
  if (closesAt > tools.clock.now()) return done({ choices: null, closesAt, closed: false })
  const { chatId, messageId } = placeOf(remoteId)
  const asked = { method: 'stopPoll', params: { chat_id: chatId, message_id: messageId } }
  const stopped = await call(tools, tokenOf(account), asked, pollSchema)
  if (!stopped.ok) {
    const isClosed = /already been closed/i.test(stopped.failure.detail)
    return isClosed ? rejected('poll', closedBefore) : stopped
  }
  const choices = stopped.value.options.map(({ text, voter_count }) => ({
    label: text,
    votes: voter_count,
  }))
  return done({ choices, closesAt, closed: true })
}

const longQuestion = {
  en: `On Telegram the text of a post with a poll is its question: ${questionMax} characters at most.`,
  fr: `Sur Telegram, le texte d’une publication avec sondage en est la question : ${questionMax} caractères au plus.`,
}

const wrongPoll = {
  en: 'On Telegram a poll has 2 to 12 choices of 100 characters at most and lasts one minute to 30 days.',
  fr: 'Sur Telegram, un sondage a de 2 à 12 choix de 100 caractères au plus et dure d’une minute à 30 jours.',
}

const noPoll = {
  en: 'This post has no poll.',
  fr: 'Cette publication n’a pas de sondage.',
}

const closedBefore = {
  en: 'This poll was closed before its votes were read. Telegram tells them to no bot any more: read them in the channel.',
  fr: 'Ce sondage a été clos avant que ses votes soient relevés. Telegram ne les dit plus à aucun bot : lisez-les dans le canal.',
}
