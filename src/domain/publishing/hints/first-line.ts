import type { Hint, Subject } from './hint.ts'
import { shortened } from './quote.ts'
import { sentencesOf } from './words.ts'

/** Beyond it a first sentence is long for a screen held in one hand: our habit. */
const LONG = 140

/** What stands before "see more" does not say the thing. */
export function firstLine({ text, prose, fold }: Subject): Hint | null {
  const first = sentencesOf(prose)[0]
  if (!first) return null
  const where = { start: first.start, end: first.end }
  if (fold && text.length > fold.at && first.end > fold.at) {
    const shown = text.slice(first.start, fold.at).trimEnd()
    const { network } = fold
    return {
      kind: 'first-line',
      text: {
        en: `On ${network} people see only this before “see more”: “${shortened(shown, 100)}”. Say the main thing in fewer words.`,
        fr: `Sur ${network}, on ne voit que ceci avant « voir plus » : « ${shortened(shown, 100)} ». Dites l’essentiel en moins de mots.`,
      },
      why: {
        en: `${network} folds a text there; most people read on only if the beginning made them want to.`,
        fr: `${network} replie le texte à cet endroit ; on ne déplie guère que si le début en a donné l’envie.`,
      },
      source: null,
      where: { start: first.start, end: Math.max(first.start, fold.at) },
    }
  }
  if (first.end - first.start <= LONG) return null
  return {
    kind: 'first-line',
    text: {
      en: `It begins with a sentence of ${first.words.length} words. A short first line is what makes people stop.`,
      fr: `Elle commence par une phrase de ${first.words.length} mots. C’est une première ligne courte qui fait s’arrêter.`,
    },
    why: {
      en: 'People scroll: they decide on the first line. A habit, not a rule.',
      fr: 'On fait défiler : tout se décide à la première ligne. Un usage, pas une règle.',
    },
    source: null,
    where,
  }
}
