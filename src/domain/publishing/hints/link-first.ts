import type { Hint, Subject } from './hint.ts'
import { wordsOf } from './words.ts'

/** The link comes before the words that make one want to follow it. */
export function linkFirst({ prose, marks }: Subject): Hint | null {
  const link = marks.find(({ kind }) => kind === 'link')
  const words = wordsOf(prose)
  if (!link || words.length < 8) return null
  if (words.filter(({ end }) => end <= link.start).length >= 3) return null
  return {
    kind: 'link-first',
    text: {
      en: 'It begins with a link: people leave before having read, or see an address first. Put it at the end.',
      fr: 'Elle commence par un lien : on part avant d’avoir lu, ou l’on voit d’abord une adresse. Mettez-le à la fin.',
    },
    why: {
      en: 'A habit, not a rule.',
      fr: 'Un usage, pas une règle.',
    },
    source: null,
    where: { start: link.start, end: link.end },
  }
}
