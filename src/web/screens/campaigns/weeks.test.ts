import { describe, expect, test } from 'vitest'
import { weeksOfCampaign } from './weeks.ts'

const mondays = (...given: Parameters<typeof weeksOfCampaign>) =>
  weeksOfCampaign(...given).map(([monday]) => monday)

describe('the weeks of a campaign', () => {
  test('go from its first day to its last, whole', () => {
    const noel = { startsOn: '2026-12-01', endsOn: '2026-12-24' }
    expect(mondays(noel, [])).toEqual(['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21'])
  })

  test('reach out to a post that stands before or after', () => {
    const days = ['2026-11-27', '2026-12-29']
    const dates = { startsOn: '2026-12-01', endsOn: '2026-12-20' }
    expect(mondays(dates, days).at(0)).toBe('2026-11-23')
    expect(mondays(dates, days).at(-1)).toBe('2026-12-28')
  })

  test('of a very long one are those that have posts', () => {
    const years = { startsOn: '2024-01-01', endsOn: '2027-12-31' }
    expect(mondays(years, ['2026-03-04', '2026-11-25'])).toEqual(['2026-03-02', '2026-11-23'])
  })

  test('are none when nothing says when', () => {
    expect(mondays({ startsOn: null, endsOn: null }, [])).toEqual([])
  })
})
