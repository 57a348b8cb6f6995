import { expect, test } from 'vitest'
import { periodOf } from './period-of.ts'

const now = new Date('2026-11-26T23:30:00Z')
const asked = (days: string, from = '', to = '') =>
  periodOf({ days, from, to }, 'Europe/Paris', now)

test.each(['7', '30', '90'])('a period of %s days ends today', (days) => {
  const { from, to, length, chosen } = asked(days)
  expect([to, length, chosen]).toEqual(['2026-11-27', Number(days), days])
  expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBe(length - 1)
})

test('two days are a period, the earlier first', () => {
  const ofNovember = { from: '2026-11-01', to: '2026-11-10', length: 10, chosen: 'other' }
  expect(asked('other', '2026-11-01', '2026-11-10')).toEqual(ofNovember)
  expect(asked('other', '2026-11-10', '2026-11-01')).toEqual(ofNovember)
  expect(asked('other', '2026-11-10', '2026-11-10').length).toBe(1)
})

test.each([
  ['', '', ''],
  ['45', '', ''],
  ['-5', '', ''],
  ['1000000000', '', ''],
  ['abc', '', ''],
  ['other', '', ''],
  ['other', '2026-02-30', '2026-03-01'],
  ['other', '2026-11-01', 'demain'],
])('an address that asks for “%s” days, %s to %s, asks for a month', (days, from, to) => {
  expect(asked(days, from, to)).toEqual(asked('30'))
})
