import type { Language } from '#platform/text.ts'
import type { Random } from '../random.ts'
import type { CommentTone } from './comment-tone.ts'
import { commentsEn } from './comments-en.ts'
import { commentsFr } from './comments-fr.ts'
import { fillings, pieceIn, woodIn } from './furniture.ts'

const sentences: Record<Language, Record<CommentTone, readonly string[]>> = {
  fr: commentsFr,
  en: commentsEn,
}

/**
 * A comment as someone of that language would write it under that post: a sentence of the tone asked for,
 * about the piece of furniture the post speaks of, with the small negligences of people.
 */
export function writeComment(
  tone: CommentTone,
  language: Language,
  postText: string,
  random: Random,
): string {
  const sentence = filled(random.pick(sentences[language][tone]), language, postText, random)
  return casual(upperFirst(sentence), tone, random)
}

/** Fills the holes of a sentence: the words given, the piece spoken of, then words drawn by chance. */
export function filled(
  sentence: string,
  language: Language,
  about: string,
  random: Random,
  given: Record<string, string> = {},
): string {
  const piece = pieceIn(about)
  return sentence.replace(/\{(\w+)\}/g, (_, hole: string) => {
    if (hole in given) return given[hole] ?? ''
    if (hole === 'piece') return piece.en
    if (hole === 'wood')
      return woodIn(about, language) ?? random.pick(fillings[language].wood ?? [])
    if (hole === 'another') return anotherWood(about, language, random)
    if (hole === 'la' || hole === 'cette' || hole === 'dela') return piece.fr[hole]
    return random.pick(fillings[language][hole] ?? [''])
  })
}

function anotherWood(about: string, language: Language, random: Random): string {
  const named = woodIn(about, language)
  return random.pick((fillings[language].wood ?? []).filter((wood) => wood !== named))
}

function upperFirst(sentence: string): string {
  return sentence.replace(/^./u, (letter) => letter.toUpperCase())
}

const smiles = ['🙂', '😍', '🙏', '👏', '❤️', '🌿']

function casual(sentence: string, tone: CommentTone, random: Random): string {
  let text = sentence
  // People write on a phone: no full stop, no capital, a little heart.
  if (random.chance(0.3)) text = text.replace(/\.$/, '')
  if (random.chance(0.12)) text = text.replace(/^./u, (letter) => letter.toLowerCase())
  const glad = tone === 'thanks' || tone === 'purchase' || tone === 'opinion'
  const plain = !/\p{Extended_Pictographic}/u.test(text)
  return glad && plain && random.chance(0.25) ? `${text} ${random.pick(smiles)}` : text
}
