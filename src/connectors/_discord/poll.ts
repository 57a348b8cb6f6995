import type { Poll, PollTally } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import type { Message } from './message.ts'

/** docs.discord.com/developers/resources/poll, read 2026-11-25. */
const questionMax = 300
const choicesMax = 10
const choiceLength = 55
const hoursMax = 768

/** What Discord would refuse of a poll, seen before anything is sent; null when it takes it. */
export function refusePoll(question: string, poll: Poll | undefined) {
  if (!poll) return null
  if (question.length > questionMax) return rejected('text', longQuestion)
  const { choices, minutes } = poll
  const wrong =
    choices.length < 2 ||
    choices.length > choicesMax ||
    choices.some((choice) => choice.trim() === '' || choice.length > choiceLength) ||
    minutes < 60 ||
    minutes > hoursMax * 60
  return wrong ? rejected('poll', wrongPoll) : null
}

/** Polls last whole hours there: never shorter than what was asked. */
export function pollOf(question: string, { choices, minutes, multiple }: Poll) {
  return {
    question: { text: question },
    answers: choices.map((text) => ({ poll_media: { text } })),
    duration: Math.ceil(minutes / 60),
    allow_multiselect: multiple,
  }
}

/** How a poll stands, in the message that asks it. */
export function tallyOf({ poll }: Message): Outcome<PollTally> {
  if (!poll) return rejected('poll', noPoll)
  const { results, answers, expiry } = poll
  // Discord leaves results out of some answers: that is “unknown”, not “none”.
  if (!results) return failed({ kind: 'transient', detail: 'no results in this answer' })
  const votes = new Map(results.answer_counts.map(({ id, count }) => [id, count]))
  return done({
    choices: answers.map(({ answer_id, poll_media }) => ({
      label: poll_media.text ?? '',
      votes: votes.get(answer_id) ?? 0,
    })),
    closesAt: new Date(expiry ?? Number.NaN),
    // Only then are votes counted precisely.
    closed: results.is_finalized,
  })
}

const longQuestion = {
  en: `On Discord the text of a post with a poll is its question: ${questionMax} characters at most.`,
  fr: `Sur Discord, le texte d’une publication avec sondage en est la question : ${questionMax} caractères au plus.`,
}

const wrongPoll = {
  en: `On Discord a poll has 2 to ${choicesMax} choices of ${choiceLength} characters at most and lasts one hour to 32 days.`,
  fr: `Sur Discord, un sondage a de 2 à ${choicesMax} choix de ${choiceLength} caractères au plus et dure d’une heure à 32 jours.`,
}

const noPoll = {
  en: 'This message has no poll, or may not be read.',
  fr: 'Ce message n’a pas de sondage, ou ne peut pas être lu.',
}
