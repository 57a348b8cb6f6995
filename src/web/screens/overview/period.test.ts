import { expect, test } from 'vitest'
import { lengthOf, periodOf } from './period.ts'

test.each(['7', '30', '90'])('a period of %s days ends today', (days) => {
  const { from, to } = periodOf(Number(days), 'Europe/Paris', new Date('2026-11-26T23:30:00Z'))
  expect(to).toBe('2026-11-27')
  expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBe(Number(days) - 1)
})

test.each(['', '45', '-5', '1000000000', 'abc'])(
  'an address that asks for “%s” days asks for a month',
  (asked) => {
    expect(lengthOf(asked)).toBe('30')
  },
)
