import { preferenceOf } from '#domain/experiments/index.ts'
import { type Language, say, type Text } from '#platform/text.ts'
import type { Decision } from './api.ts'
import type { Duel } from './tables.ts'

/** Under this many votes nothing is decided, however they fall: each of them weighs too much. */
const FEWEST = 20

interface Tally {
  first: number
  second: number
}

export interface Verdict {
  share: number | null
  interval: { low: number; high: number }
  decision: Decision
  sentences: string[]
}

/**
 * What the votes say, by a rule fixed beforehand: once it is closed, one side is chosen when the probability that more than
 * half prefer it passes 97.5 %, so that "order this one" never contradicts the 95 % interval shown.
 */
export function verdictOf(
  { first: { label: first }, second: { label: second }, closedAt, way }: Duel,
  votes: Tally,
  language: Language,
): Verdict {
  const total = votes.first + votes.second
  const { share, interval, probabilityFirst, needed } = preferenceOf(votes.first, votes.second)
  const isEnough = total >= FEWEST && needed === 0
  const decision: Decision = !closedAt
    ? 'open'
    : !isEnough
      ? 'cannot-tell'
      : probabilityFirst > 0.5
        ? 'order-first'
        : 'order-second'
  const missing = Math.max(needed, FEWEST - total)
  const told = (text: Text) => say(text, language, { first, second, total, missing })
  return {
    share,
    interval,
    decision,
    sentences: [
      told(DECIDED[decision]),
      ...(decision === 'cannot-tell' && missing > 0 ? [told(missing >= 1000 ? evenly : more)] : []),
      told(whoAnswered),
      ...(way === 'reactions' ? [told(reactionsMeanLess)] : []),
    ],
  }
}

const DECIDED: Record<Decision, Text> = {
  open: {
    en: 'People are still answering ({total} so far). Nothing is decided before it closes.',
    fr: 'Le public répond encore ({total} réponses à ce jour). Rien n’est décidé avant la clôture.',
  },
  'order-first': {
    en: 'Order “{first}”: among those who answered, it is preferred beyond what chance explains.',
    fr: 'Commandez « {first} » : parmi ceux qui ont répondu, il est préféré au-delà du hasard.',
  },
  'order-second': {
    en: 'Order “{second}”: among those who answered, it is preferred beyond what chance explains.',
    fr: 'Commandez « {second} » : parmi ceux qui ont répondu, il est préféré au-delà du hasard.',
  },
  'cannot-tell': {
    en: 'We cannot tell which one is preferred: {total} answers.',
    fr: 'Impossible de dire lequel est préféré : {total} réponses.',
  },
}

const more: Text = {
  en: 'If the shares stay as they are, about {missing} more answers would settle it.',
  fr: 'Si les parts restent les mêmes, environ {missing} réponses de plus le diraient.',
}

const evenly: Text = {
  en: 'They are so close that more answers would hardly tell them apart: order both, or the cheaper.',
  fr: 'Ils sont si proches que d’autres réponses ne les départageraient guère : commandez les deux, ou le moins cher.',
}

const whoAnswered: Text = {
  en: 'It reflects those who saw the post and answered, not all customers.',
  fr: 'Le résultat parle de ceux qui ont vu la publication et répondu, pas de tous les clients.',
}

const reactionsMeanLess: Text = {
  en: 'Reactions are a weak vote: people also like a post for other reasons.',
  fr: 'Une réaction est un vote fragile : on aime aussi une publication pour d’autres raisons.',
}
