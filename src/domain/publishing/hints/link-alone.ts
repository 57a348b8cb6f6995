import type { Hint, Subject } from './hint.ts'
import { wordsOf } from './words.ts'

/** A link with nothing said about it. */
export function linkAlone({ prose, marks }: Subject): Hint | null {
  const link = marks.find(({ kind }) => kind === 'link')
  if (!link || wordsOf(prose).length > 2) return null
  return {
    kind: 'link-alone',
    text: {
      en: 'A link alone says nothing. Write one sentence: what is behind it, and for whom.',
      fr: 'Un lien seul ne dit rien. Écrivez une phrase : ce qu’on y trouve, et pour qui.',
    },
    why: {
      en: 'Where the network shows no card for it, people see an address only.',
      fr: 'Là où le réseau n’en montre pas de carte, on ne voit qu’une adresse.',
    },
    source: null,
    where: { start: link.start, end: link.end },
  }
}
