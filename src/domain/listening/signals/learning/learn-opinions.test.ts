import { expect, test } from 'vitest'
import { ownPosts } from '../../../../../tools/signals/corpus.ts'
import { readingOf } from '../reading.ts'
import { modelOf } from '../sentiment.ts'
import { learnOpinions, type OpinionLesson, tryOpinions } from './learn-opinions.ts'

const posts = ownPosts('fr', 'trade')
  .slice(0, 200)
  .map(({ text }) => text)

test('lessons that say what the model says, as often as it says it, are not worth learning', () => {
  const lessons = posts.map((text, i) => drawn(text, (i * 0.618034) % 1))
  expect(tryOpinions(lessons, 'fr').isBetter).toBe(false)
})

test('lessons that see everything in another light are', () => {
  const lessons = posts.map((text): OpinionLesson => ({
    text,
    opinion: 'negative',
    from: 'person',
  }))
  const trial = tryOpinions(lessons, 'fr')
  expect(trial).toMatchObject({ corrected: 200, left: 0, isBetter: true })
  expect(trial.followed).toBeGreaterThan(190)
})

test('the same lessons teach the same', () => {
  const lessons = posts.slice(0, 20).map((text, i) => drawn(text, i / 20))
  expect(learnOpinions(lessons, 'fr')).toEqual(learnOpinions(lessons, 'fr'))
})

/** A label that the model itself would give, as often as it is sure of it. */
function drawn(text: string, draw: number): OpinionLesson {
  const { weights } = modelOf('fr')
  const scores = modelOf('fr').scores(readingOf(text, 'fr'))
  const odds = scores.map((score) => Math.exp(score / weights.temperature))
  let rest = draw * odds.reduce((sum, one) => sum + one, 0)
  const label = odds.findIndex((one) => (rest -= one) < 0)
  return { text, opinion: weights.classes[label] as OpinionLesson['opinion'], from: 'left' }
}
