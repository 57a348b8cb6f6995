import { describe, expect, it } from 'vitest'
import { findingsOf, optionProblem } from './findings.ts'

const said = (field: string, sentence: string) => ({ field, sentence })
const channels = [
  {
    channelId: 'bluesky',
    length: 312,
    max: 300,
    following: [],
    problems: [said('text', 'Trop long de 12 caractères.')],
    advice: [said('mediaIds', 'Une image se verrait mieux.')],
  },
  {
    channelId: 'mastodon',
    length: 312,
    max: 500,
    following: [],
    problems: [said('options/poll', 'Un sondage a entre 2 et 4 choix.')],
    advice: [said('mediaIds', 'Une image se verrait mieux.')],
  },
]

describe('what the networks say of a post', () => {
  it('is said once for the accounts it concerns, refusals first', () => {
    expect(findingsOf(channels)).toEqual([
      { sentence: 'Trop long de 12 caractères.', isProblem: true, channelIds: ['bluesky'] },
      { sentence: 'Un sondage a entre 2 et 4 choix.', isProblem: true, channelIds: ['mastodon'] },
      {
        sentence: 'Une image se verrait mieux.',
        isProblem: false,
        channelIds: ['bluesky', 'mastodon'],
      },
    ])
  })

  it('stands beside the option it is about', () => {
    expect(optionProblem(channels, 'mastodon', 'poll')).toBe('Un sondage a entre 2 et 4 choix.')
    expect(optionProblem(channels, 'mastodon', 'spoiler')).toBeUndefined()
    expect(optionProblem(channels, 'bluesky', 'poll')).toBeUndefined()
  })
})
