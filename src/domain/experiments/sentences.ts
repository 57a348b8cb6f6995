import type { Language, Text } from '#platform/text.ts'
import type { ExposureKind, FigureKind, Plan } from './model.ts'
import { aboutNumber, percent, probability, times } from './numbers.ts'
import type { ReadOut } from './read-out.ts'

/** What a figure counts, one and several. */
export const figureWords: Record<FigureKind, { one: Text; many: Text }> = {
  clicks: { one: { en: 'click', fr: 'clic' }, many: { en: 'clicks', fr: 'clics' } },
  engagement: {
    one: { en: 'reaction', fr: 'réaction' },
    many: { en: 'reactions', fr: 'réactions' },
  },
}

const perWords: Record<ExposureKind, Text> = {
  views: { en: 'per view', fr: 'par vue' },
  followers: { en: 'per follower', fr: 'par abonné' },
  posts: { en: 'per post', fr: 'par publication' },
}

/** The whole read-out in one sentence, as one would say it to a colleague. */
export function sentenceOf(plan: Plan, readOut: ReadOut): Text {
  return { en: inEnglish(plan, readOut), fr: inFrench(plan, readOut) }
}

function inEnglish(plan: Plan, { comparison, decision, exposure }: ReadOut): string {
  if (!comparison || decision.kind === 'nothing-yet') {
    return 'Nothing to compare yet: each version needs a post whose counting hours are over.'
  }
  switch (decision.kind) {
    case 'too-early':
    case 'cannot-tell':
      return `We cannot tell yet: ${missing(plan.figure, decision.needed, 'en')} needed.`
    case 'no-difference-that-matters':
      return `A and B do about the same: any difference is under ${percent(plan.minimumEffect, 'en')}.`
    default: {
      const { better, worse, gain, p } = betterOne(decision.kind, comparison, 'en')
      const what = `${figureWords[plan.figure].many.en} ${perWords[exposure].en}`
      return `${better} probably does better than ${worse}: ${gain} ${what} (probability: ${p}).`
    }
  }
}

function inFrench(plan: Plan, { comparison, decision, exposure }: ReadOut): string {
  if (!comparison || decision.kind === 'nothing-yet') {
    return 'Rien à comparer pour l’instant : il faut pour chaque version une publication dont les heures de comptage sont écoulées.'
  }
  switch (decision.kind) {
    case 'too-early':
    case 'cannot-tell':
      return `On ne peut pas encore trancher : il manque ${missing(plan.figure, decision.needed, 'fr')}.`
    case 'no-difference-that-matters':
      return `A et B se valent : l’écart, s’il existe, est inférieur à ${percent(plan.minimumEffect, 'fr')}.`
    default: {
      const { better, worse, gain, p } = betterOne(decision.kind, comparison, 'fr')
      const what = gain.replace('{}', figureWords[plan.figure].many.fr)
      return `${better} fait sans doute mieux que ${worse} : ${what} ${perWords[exposure].fr} (probabilité : ${p}).`
    }
  }
}

/** `about 140 more clicks are`, `environ 140 clics`. */
function missing(figure: FigureKind, needed: number, language: Language): string {
  const words = figureWords[figure]
  const n = aboutNumber(needed, language)
  const one = needed <= 1
  const word = (one ? words.one : words.many)[language]
  if (language === 'fr') return `${needed < 20 ? '' : 'environ '}${n} ${word}`
  return `${needed < 20 ? '' : 'about '}${n} more ${word} ${one ? 'is' : 'are'}`
}

function betterOne(
  kind: 'a-better' | 'b-better',
  { ratio, probabilityBBetter }: NonNullable<ReadOut['comparison']>,
  language: Language,
) {
  const b = kind === 'b-better'
  const [low, high] = b ? [ratio.low, ratio.high] : [1 / ratio.high, 1 / ratio.low]
  return {
    better: b ? 'B' : 'A',
    worse: b ? 'A' : 'B',
    gain: gainWords(low, high, language),
    p: probability(b ? probabilityBBetter : 1 - probabilityBBetter, language),
  }
}

/** From three times on, people say "times" rather than per cent. `{}` holds the place of the noun. */
function gainWords(low: number, high: number, language: Language): string {
  const many = high >= 3
  const say = (ratio: number) =>
    many ? times(ratio, language) : percent(Math.max(0, ratio - 1), language)
  const [from, to] = [say(low), say(high)]
  if (language === 'fr') {
    return many ? `de ${from} à ${to} fois autant de {}` : `de ${from} à ${to} de {} en plus`
  }
  return many ? `${from} to ${to} times as many` : `${from} to ${to} more`
}
