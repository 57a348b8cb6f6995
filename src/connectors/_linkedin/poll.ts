import type { Outgoing } from '#connectors/_contract/connector.ts'
import { rejected } from '#connectors/_contract/refusals.ts'

/** poll-post-api, read 2026-11-25; the lengths are those of LinkedIn's own form. */
const pollLimits = { choices: 4, choice: 30, question: 140 }

const day = 1440
/** By how many minutes they last. */
export const durations: Record<number, string> = {
  [day]: 'ONE_DAY',
  [3 * day]: 'THREE_DAYS',
  [7 * day]: 'SEVEN_DAYS',
  [14 * day]: 'FOURTEEN_DAYS',
}

/** A poll has a question of its own: the last line of the text; what stands before it goes above the poll. */
export function questionOf({ text, poll }: Outgoing): { above: string; question: string } {
  if (!poll) return { above: text, question: '' }
  const lines = text.trimEnd().split('\n')
  const question = lines.pop() ?? ''
  return { above: lines.join('\n').trimEnd(), question: question.trim() }
}

/** What LinkedIn would refuse of a poll; null when it takes it. */
export function refusePoll(outgoing: Outgoing) {
  const { poll, images, video } = outgoing
  if (!poll) return null
  if (images.length > 0 || video) return rejected('poll', pollOrMedia)
  if (questionOf(outgoing).question.length > pollLimits.question) {
    return rejected('text', longQuestion)
  }
  const { choices, minutes, multiple } = poll
  const wrong =
    multiple ||
    choices.length < 2 ||
    choices.length > pollLimits.choices ||
    choices.some((choice) => choice === '' || choice.length > pollLimits.choice) ||
    new Set(choices).size < choices.length ||
    !durations[minutes]
  return wrong ? rejected('poll', refusedPoll) : null
}

export function pollContent(outgoing: Outgoing) {
  const { poll } = outgoing
  return (
    poll && {
      poll: {
        question: questionOf(outgoing).question,
        options: poll.choices.map((text) => ({ text })),
        settings: { duration: durations[poll.minutes] },
      },
    }
  )
}

const pollOrMedia = {
  en: 'LinkedIn does not accept a poll and images or a video in one post.',
  fr: 'LinkedIn n’accepte pas un sondage et des images ou une vidéo dans une même publication.',
}

const longQuestion = {
  en: 'On LinkedIn the last line of the text is the question of the poll, of 140 characters at most. Put the question alone on the last line.',
  fr: 'Sur LinkedIn, la dernière ligne du texte est la question du sondage, de 140 caractères au plus. Mettez la question seule sur la dernière ligne.',
}

const refusedPoll = {
  en: 'A poll on LinkedIn has 2 to 4 different choices of 30 characters at most, of which people choose one, and lasts 1, 3, 7 or 14 days.',
  fr: 'Un sondage sur LinkedIn a de 2 à 4 choix différents de 30 caractères au plus, dont on choisit un seul, et dure 1, 3, 7 ou 14 jours.',
}
