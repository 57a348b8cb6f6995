import { describe, expect, test } from 'vitest'
import { chainFor, emptyDraft, withVariant } from './draft.ts'

const everything = { thread: true, comment: true }
const draft = {
  ...emptyDraft(['lyon', 'paris']),
  text: 'Un banc en frêne',
  mediaIds: ['m1'],
  thread: [
    { text: 'Séché deux ans', mediaIds: [] },
    { text: '', mediaIds: [] },
    { text: 'Livré à Lyon', mediaIds: ['m2'] },
  ],
  firstComment: 'https://atelier-morel.example/banc',
}
const wordsOf = (chain: ReturnType<typeof chainFor>) => chain.map(({ text }) => text)

describe('what one account would publish', () => {
  test('is its post, the parts of the thread in order, and the first comment; a part begun and still blank is none', () => {
    expect(chainFor(draft, 'lyon', everything)).toEqual([
      { kind: 'part', text: 'Un banc en frêne', mediaIds: ['m1'] },
      { kind: 'part', text: 'Séché deux ans', mediaIds: [] },
      { kind: 'part', text: 'Livré à Lyon', mediaIds: ['m2'] },
      { kind: 'comment', text: 'https://atelier-morel.example/banc', mediaIds: [] },
    ])
  })

  test('is its own thread where it has one', () => {
    const thread = [{ text: 'À Paris seulement', mediaIds: [] }]
    const own = withVariant(draft, 'paris', { text: 'Paris', thread, firstComment: '' })
    expect(wordsOf(chainFor(own, 'paris', everything))).toEqual(['Paris', 'À Paris seulement'])
    expect(wordsOf(chainFor(own, 'lyon', everything))).toHaveLength(4)
  })

  test('leaves out what the network does not take', () => {
    expect(wordsOf(chainFor(draft, 'lyon', { thread: false, comment: false }))).toEqual([
      'Un banc en frêne',
    ])
  })
})
