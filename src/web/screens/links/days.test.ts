import { describe, expect, it } from 'vitest'
import { clicksByDay } from './days.ts'

const zero = { human: 0, preview: 0, bot: 0, repeat: 0 }
const sofa = { createdAt: '2026-09-23T22:30:00Z', timeZone: 'Europe/Paris' }

describe('The days of a link', () => {
  it('start on the day it was made, as the shop in Lyon counts it', () => {
    const days = clicksByDay({ ...sofa, days: [] }, new Date('2026-09-25T10:00:00Z'))
    expect(days).toEqual([
      { day: '2026-09-24', value: 0 },
      { day: '2026-09-25', value: 0 },
    ])
  })

  it('count people only, and a day when nobody came is zero', () => {
    const days = [
      { ...zero, day: '2026-09-24', human: 31, repeat: 6 },
      { ...zero, day: '2026-09-26', bot: 4 },
    ]
    const values = clicksByDay({ ...sofa, days }, new Date('2026-09-27T10:00:00Z'))
    expect(values.map(({ value }) => value)).toEqual([31, 0, 0, 0])
  })

  it('stop two weeks after, or at the last request when it came later', () => {
    const now = new Date('2026-11-22T10:00:00Z')
    const early = [{ ...zero, day: '2026-09-24', human: 1 }]
    const late = [...early, { ...zero, day: '2026-10-30', human: 2 }]
    expect(clicksByDay({ ...sofa, days: early }, now).at(-1)?.day).toBe('2026-10-07')
    expect(clicksByDay({ ...sofa, days: late }, now).at(-1)).toEqual({
      day: '2026-10-30',
      value: 2,
    })
    expect(clicksByDay({ ...sofa, days: late }, now)).toHaveLength(37)
  })
})
