import { describe, expect, test } from 'vitest'
import { askedOf, askedQuery, type MentionFilters } from './mention-filters.ts'

const none: MentionFilters = {
  queryId: '',
  sourceId: '',
  state: 'kept',
  signal: '',
  author: '',
  assignee: '',
  language: '',
  period: '',
  from: '',
  to: '',
  said: '',
  sort: 'newest',
  folded: 'yes',
}
const now = new Date('2026-11-26T12:00:00Z')
const asked = (some: Partial<MentionFilters>) => askedOf({ ...none, ...some }, now)

describe('an address', () => {
  test('asks for a source, a network, a signal and a time', () => {
    const id = '01a21a51-f3de-770b-9358-7c4c5797e39a'
    expect(asked({ sourceId: id })).toMatchObject({ sourceId: id })
    expect(asked({ sourceId: 'network:mastodon' })).toMatchObject({ network: 'mastodon' })
    expect(asked({ signal: 'risk:threat' })).toMatchObject({ risk: 'threat' })
    expect(asked({ period: '24' })).toMatchObject({ since: '2026-11-25T12:00:00.000Z' })
    expect(asked({ said: 'livraison' })).toMatchObject({ words: 'livraison' })
  })

  test('of a query that is deleted still asks for what it found, which is nothing', () => {
    const [kept, deleted] = [
      '01a21a51-f3de-770b-9358-7c4c5797e39a',
      '01a21a51-f3de-770b-9358-7c4c5797e39b',
    ]
    const queries = [{ id: kept }]
    expect(askedQuery(kept, queries)).toBe(kept)
    expect(askedQuery(deleted, queries)).toBe(deleted)
    expect(askedQuery('moi', queries)).toBe('')
  })

  test('asks for days, the earlier first, and for nothing of them while another time is chosen', () => {
    const days = { from: '2026-11-01', to: '2026-11-20' }
    const turned = { from: days.to, to: days.from }
    expect(asked({ period: 'days', ...days })).toMatchObject(days)
    expect(asked({ period: 'days', ...turned })).toMatchObject(days)
    expect(asked({ period: 'days', from: '2026-11-20' })).toMatchObject({ from: '2026-11-20' })
    expect(asked(days)).toEqual(asked({}))
  })

  test.each([
    { sourceId: 'abc' },
    { signal: 'sentiment:foo' },
    { signal: 'risk' },
    { period: '99999999999' },
    { period: '-3' },
    { period: 'soon' },
    { period: 'days', from: '2026-02-30', to: '0001-01-01' },
    { assignee: 'somebody' },
    { language: 'klingon' },
    { state: 'lost', sort: 'luck', folded: 'maybe' },
  ])('that nobody wrote asks nothing: %o', (some) => {
    expect(asked(some)).toEqual(asked({}))
  })
})
