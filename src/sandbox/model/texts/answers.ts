import type { Language } from '#platform/text.ts'
import type { Random } from '../random.ts'
import type { CommentTone } from './comment-tone.ts'

/** How someone takes the answer of the shop. */
type Mood = 'content' | 'again' | 'appeased' | 'cross'

const sentences: Record<Language, Record<Mood, readonly string[]>> = {
  fr: {
    content: [
      'Merci pour votre réponse rapide !',
      'Parfait, merci beaucoup.',
      'Super, je passe vous voir alors.',
      'Très clair, merci !',
      'Merci, bonne journée à vous',
    ],
    again: [
      'Merci ! Et pour la livraison, comment ça se passe ?',
      'D’accord. Vous pouvez m’envoyer une photo en message privé ?',
      'Merci. Et il faut un acompte ?',
    ],
    appeased: [
      'Merci de votre réponse, j’attends votre appel.',
      'D’accord, merci de faire le nécessaire.',
      'Entendu. Je vous envoie mon numéro de commande en privé.',
    ],
    cross: [
      'Toujours rien de concret… Je veux une date, pas des excuses.',
      'On m’a déjà dit ça la semaine dernière.',
      'Ce n’est pas une réponse.',
    ],
  },
  en: {
    content: [
      'Thanks for the quick answer!',
      'Perfect, thank you.',
      'Great, see you in the shop then.',
      'Very clear, cheers!',
    ],
    again: [
      'Thanks! And how does delivery work?',
      'OK. Could you send me a photo privately?',
      'Thanks. Is there a deposit to pay?',
    ],
    appeased: [
      'Thank you, I’ll wait for your call.',
      'All right, thanks for sorting it out.',
      'Fine. Sending you the order number privately.',
    ],
    cross: [
      'Still nothing firm. I want a date, not apologies.',
      'That is what I was told last week.',
      'That is not an answer.',
    ],
  },
}

const moods: Record<CommentTone, Partial<Record<Mood, number>>> = {
  thanks: { content: 1 },
  question: { content: 7, again: 3 },
  purchase: { content: 7, again: 3 },
  complaint: { appeased: 6, cross: 4 },
  opinion: { content: 1 },
  spam: {},
}

const ANSWERS: Record<CommentTone, number> = {
  thanks: 0.1,
  question: 0.6,
  purchase: 0.65,
  complaint: 0.7,
  opinion: 0.15,
  spam: 0,
}

/**
 * What the author of a comment answers when the shop answers it, if anything: most thank, some ask more,
 * and four complaints in ten are not appeased by words.
 * @returns null when they leave it there
 */
export function writeAnswer(tone: CommentTone, language: Language, random: Random): string | null {
  if (!random.chance(ANSWERS[tone])) return null
  return random.pick(sentences[language][random.weighted(moods[tone] as Record<Mood, number>)])
}
