import { describe, expect, test } from 'vitest'
import { ownPosts } from '../../../../../tools/signals/corpus.ts'
import type { Want } from '../names.ts'
import { readSignals } from '../read-signals.ts'
import { learnWants, type WantsLesson } from './learn-wants.ts'

const posts = ownPosts('fr', 'trade')
  .slice(0, 200)
  .map(({ text }) => text)
const FEWEST = 10

const readAs = (text: string): Want[] => {
  const { intents, risks } = readSignals(text, 'fr')
  return [...intents, ...risks]
}

const lesson = (text: string, wants: readonly Want[], from: WantsLesson['from']): WantsLesson => ({
  text,
  language: 'fr',
  wants,
  from,
})

describe('intents and risks', () => {
  test('that people let stand teach nothing', () => {
    const { learnt, trials } = learnWants(
      posts.map((text) => lesson(text, readAs(text), 'left')),
      FEWEST,
    )
    expect({ learnt, trials }).toEqual({ learnt: undefined, trials: [] })
  })

  test('that people confirm count as let stand', () => {
    const { trials } = learnWants(
      posts.map((text) => lesson(text, readAs(text), 'person')),
      FEWEST,
    )
    expect(trials).toEqual([])
  })

  test('are learnt of the one that was corrected alone', () => {
    const caught = posts.filter((text) => readAs(text).includes('complaint')).slice(0, 40)
    const lessons = caught.map((text) =>
      lesson(
        text,
        readAs(text).filter((want) => want !== 'complaint'),
        'person',
      ),
    )
    const { learnt, trials } = learnWants(lessons, FEWEST)
    expect(trials).toMatchObject([{ signal: 'complaint', corrected: 40, used: true }])
    expect(trials[0]?.followed).toBeGreaterThan(20)

    const now = caught.map((text) => readSignals(text, 'fr', learnt && { wants: learnt }))
    const still = now.filter(({ intents }) => intents.includes('complaint'))
    expect(still.length).toBeLessThan(10)
    const others = (all: readonly string[]) => all.filter((want) => want !== 'complaint')
    for (const [i, { intents, risks }] of now.entries())
      expect(others([...intents, ...risks])).toEqual(others(readAs(caught[i] ?? '')))
  })

  test('are not learnt below the fewest corrections, which are told all the same', () => {
    const caught = posts.filter((text) => readAs(text).includes('complaint')).slice(0, 9)
    const { learnt, trials } = learnWants(
      caught.map((text) => lesson(text, [], 'person')),
      FEWEST,
    )
    expect(learnt).toBeUndefined()
    expect(trials).toContainEqual(
      expect.objectContaining({ signal: 'complaint', corrected: 9, used: false }),
    )
  })

  test('that nobody read there before are found, with the words that decided', () => {
    const asked = posts.filter((text) => !readAs(text).includes('safety')).slice(0, 30)
    const lessons = asked.flatMap((text, i) => [
      lesson(`${text} zorglub`, [...readAs(text), 'safety' as const], 'person'),
      lesson(text, readAs(text), i % 2 === 0 ? 'left' : 'person'),
    ])
    const { learnt } = learnWants(lessons, FEWEST)
    const { risks, words } = readSignals('Vu le zorglub hier', 'fr', learnt && { wants: learnt })
    expect(risks).toContain('safety')
    expect(words.safety).toContain('zorglub')
  })
})
