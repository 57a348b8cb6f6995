import type { ReadLanguage } from '../names.ts'
import { readingOf } from '../reading.ts'
import { indexOfMost, modelOf } from '../sentiment.ts'
import { marksOf } from './marks.ts'
import { type Added, fit } from './regression.ts'
import { type From, type Trial, tryOut } from './trial.ts'

/** What a post of a language thinks, as people said or let stand. */
export interface OpinionLesson {
  text: string
  opinion: 'negative' | 'neutral' | 'positive'
  from: From
}

/**
 * Chosen, like the weight of what people let stand (that of what they say: less lets the few that are corrected outweigh
 * the many that were right), away from the posts that docs/models.md reports on.
 */
const SPREAD = { bias: 0.5, word: 1 }

/** What these lessons teach, alone; added after the model's scores were divided by its temperature. */
export function learnOpinions(lessons: readonly OpinionLesson[], language: ReadLanguage): Added {
  return fit(
    lessons.map((lesson) => exampleOf(lesson, language)),
    SPREAD,
  )
}

/** What learning from these lessons is worth on posts it has not seen. */
export function tryOpinions(lessons: readonly OpinionLesson[], language: ReadLanguage): Trial {
  const examples = lessons.map((lesson) => exampleOf(lesson, language))
  return tryOut(examples, SPREAD, indexOfMost)
}

function exampleOf({ text, opinion, from }: OpinionLesson, language: ReadLanguage) {
  const model = modelOf(language)
  const { classes, temperature } = model.weights
  const reading = readingOf(text, language)
  const scores = model.scores(reading).map((score) => score / temperature)
  return { scores, marks: marksOf(reading), label: classes.indexOf(opinion), from }
}
