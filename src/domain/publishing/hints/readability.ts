import type { Language } from '#platform/text.ts'
import type { Hint, Subject } from './hint.ts'
import { shortened } from './quote.ts'
import { syllables } from './syllables.ts'
import { type Sentence, sentencesOf, type Word } from './words.ts'

/** Under it a text is "fairly difficult" or worse on the authors' own scale. */
const HARD = 50
/** An index over fewer words says nothing: Flesch drew samples of 100. */
const FEWEST_WORDS = 25
const LONG_SENTENCE = 25
const LONG_WORD = 4

/** A text that asks its reader for effort, with the sentence or the words that weigh most. */
export function readability({ prose, language }: Subject): Hint | null {
  const sentences = sentencesOf(prose)
  const words = sentences.flatMap((sentence) => sentence.words)
  if (words.length < FEWEST_WORDS) return null
  const score = readingEase(sentences, language)
  if (score >= HARD) return null
  return heavySentence(sentences, prose, score) ?? heavyWords(words, language, score)
}

/**
 * Reading ease, from about 0 (very hard) to 100 (very easy).
 *
 * English: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32, 1948: 206.835 − 1.015 words by
 * sentence − 84.6 syllables by word. French: L. Kandel and A. Moles, "Application de l’indice de Flesch à la langue
 * française", Cahiers d’études de radio-télévision 19, 1958: 207 − 1.015 words by sentence − 73.6 syllables by word.
 * @param sentences with a word at least
 */
function readingEase(sentences: readonly Sentence[], language: Language): number {
  const words = sentences.flatMap((sentence) => sentence.words)
  const spoken = words.reduce((sum, { word }) => sum + syllables(word, language), 0)
  const length = 1.015 * (words.length / sentences.length)
  const weight = spoken / words.length
  return language === 'fr' ? 207 - length - 73.6 * weight : 206.835 - length - 84.6 * weight
}

function heavySentence(sentences: readonly Sentence[], prose: string, score: number): Hint | null {
  const longest = sentences.toSorted((a, b) => b.words.length - a.words.length)[0]
  if (!longest || longest.words.length < LONG_SENTENCE) return null
  const { start, end } = longest
  const quote = shortened(prose.slice(start, end))
  const count = longest.words.length
  return {
    kind: 'readability',
    text: {
      en: `Hard to read at a glance. What weighs most is a sentence of ${count} words: “${quote}”. Cut it in two.`,
      fr: `Difficile à lire d’un coup d’œil. Ce qui pèse le plus est une phrase de ${count} mots : « ${quote} ». Coupez-la en deux.`,
    },
    ...grounds(score),
    where: { start, end },
  }
}

function heavyWords(words: readonly Word[], language: Language, score: number): Hint | null {
  const heavy = words
    .map((word) => ({ ...word, weight: syllables(word.word, language) }))
    .filter(({ weight }) => weight >= LONG_WORD)
    .sort((a, b) => b.weight - a.weight)
  const [first] = heavy
  if (!first) return null
  const names = [...new Set(heavy.map(({ word }) => word))].slice(0, 3)
  return {
    kind: 'readability',
    text: {
      en: `Hard to read at a glance. What weighs most are long words: ${names.map((word) => `“${word}”`).join(', ')}. Say it as you would at the counter.`,
      fr: `Difficile à lire d’un coup d’œil. Ce qui pèse le plus, ce sont des mots longs : ${names.map((word) => `« ${word} »`).join(', ')}. Dites-le comme au comptoir.`,
    },
    ...grounds(score),
    where: { start: first.start, end: first.end },
  }
}

function grounds(score: number): Pick<Hint, 'why' | 'source'> {
  const figure = Math.max(0, Math.round(score))
  return {
    why: {
      en: `Its reading ease is ${figure} out of 100; from 60 a text is plain to most people. The index counts words by sentence and syllables by word, nothing else.`,
      fr: `Sa lisibilité est de ${figure} sur 100 ; à partir de 60, un texte est simple pour presque tous. L’indice compte les mots par phrase et les syllabes par mot, rien d’autre.`,
    },
    source: 'Flesch 1948; Kandel & Moles 1958',
  }
}
