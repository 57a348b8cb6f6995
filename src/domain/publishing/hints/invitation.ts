import type { Language } from '#platform/text.ts'
import type { Hint, Subject } from './hint.ts'
import { wordsOf } from './words.ts'

/** Verbs that ask the reader to do something. */
const CALLS: Record<Language, RegExp> = {
  fr: /(?<!\p{L})(?:(?!chez|assez|nez(?!\p{L})|rez(?!\p{L}))\p{L}{2,}ez(?:-\p{L}+)?|dites|faites|sois|dis-\p{L}+|viens|clique|découvre|réserve|partage|raconte|(?:par ici|lien en|en savoir plus|inscriptions?|rendez-vous|à vos))(?!\p{L})/iu,
  en: /(?<!\p{L})(?:tell|share|come|join|book|order|call|write|send|try|read|see|look|visit|drop|ask|choose|vote|click|find|discover|get|learn|watch|save|reply|comment|sign up|subscribe|let us know|check|swing|stop by|grab|bring|help|have a|register|apply|download|pick|guess)(?!\p{L})/iu,
}

const FEWEST_WORDS = 12

/** Nothing invites people to answer or to do anything. */
export function invitation({ text, prose, language, marks }: Subject): Hint | null {
  if (wordsOf(prose).length < FEWEST_WORDS) return null
  if (text.includes('?') || CALLS[language].test(prose)) return null
  const link = marks.find(({ kind }) => kind === 'link')
  if (link)
    return {
      kind: 'invitation',
      text: {
        en: 'It carries a link, and nothing says why to follow it. Say in three words what is behind.',
        fr: 'Elle porte un lien, et rien ne dit pourquoi le suivre. Dites en trois mots ce qu’on y trouve.',
      },
      why: habit,
      source: null,
      where: { start: link.start, end: link.end },
    }
  return {
    kind: 'invitation',
    text: {
      en: 'It asks nothing: no question, nothing to do. A simple question brings answers.',
      fr: 'Elle n’invite à rien : ni question, ni geste. Une question simple amène des réponses.',
    },
    why: habit,
    source: null,
    where: null,
  }
}

const habit = {
  en: 'Looked for: a question mark, and verbs that speak to the reader. A habit, not a rule: not every post must ask.',
  fr: 'On a cherché un point d’interrogation et des verbes adressés à la personne qui lit. Un usage, pas une règle : toute publication n’a pas à demander.',
}
