import { describe, expect, test } from 'vitest'
import { weeksOfCampaign } from './weeks.ts'

/** Mondays of the weeks drawn, and how many weeks fold. */
const rows = (...given: Parameters<typeof weeksOfCampaign>) =>
  weeksOfCampaign(...given).map((row) => ('days' in row ? row.days[0] : row.empty))

describe('the weeks of a campaign', () => {
  test('go from its first day to its last, whole', () => {
    const noel = { startsOn: '2026-12-01', endsOn: '2026-12-17' }
    expect(rows(noel, ['2026-12-06', '2026-12-07'])).toEqual([
      '2026-11-30',
      '2026-12-07',
      '2026-12-14',
    ])
  })

  test('reach out to a post that stands before or after', () => {
    const dates = { startsOn: '2026-12-01', endsOn: '2026-12-20' }
    const all = rows(dates, ['2026-11-27', '2026-12-29'])
    expect([all.at(0), all.at(-1)]).toEqual(['2026-11-23', '2026-12-28'])
  })

  test('fold where nothing stands for two weeks or more', () => {
    const year = { startsOn: '2026-01-01', endsOn: '2026-12-31' }
    expect(rows(year, ['2026-03-04', '2026-03-18', '2026-04-08'])).toEqual([
      9,
      '2026-03-02',
      '2026-03-09',
      '2026-03-16',
      2,
      '2026-04-06',
      38,
    ])
  })

  test('are none when nothing says when', () => {
    expect(rows({ startsOn: null, endsOn: null }, [])).toEqual([])
  })

  test('of a mistyped year still end', () => {
    expect(rows({ startsOn: '2026-01-01', endsOn: '9026-01-01' }, [])).toEqual([520])
  })
})
