import { expect, test } from 'vitest'
import { afterFailure } from './next-poll.ts'

const now = new Date('2026-11-23T08:00:00Z')
const silent = { kind: 'transient', detail: 'no answer' } as const
const refused = {
  kind: 'rejected',
  detail: '404',
  reason: { en: 'Gone.', fr: 'Disparu.' },
} as const
const minutes = (at: Date) => (at.getTime() - now.getTime()) / 60_000

test('a silence is tried again after one minute, then twice as long each time, six hours at most', () => {
  const waits = [1, 2, 3, 4, 9, 10, 5_000].map((n) => minutes(afterFailure(silent, n, now)))
  expect(waits).toEqual([1, 2, 4, 8, 256, 360, 360])
})

test('a refusal is tried again after an hour, then twice as long each time, a day at most', () => {
  const waits = [1, 2, 5, 6, 99].map((n) => minutes(afterFailure(refused, n, now)) / 60)
  expect(waits).toEqual([1, 2, 16, 24, 24])
})

test('a request to wait is honoured, and never taken for leave to ask without end', () => {
  const rate = (until: string) =>
    afterFailure({ kind: 'rate', until: new Date(until), detail: '' }, 3, now)
  expect(minutes(rate('2026-11-23T11:00:00Z'))).toBe(180)
  expect(minutes(rate('2026-11-23T07:00:00Z'))).toBe(1)
  expect(minutes(rate('not a date'))).toBe(1)
})
