import { describe, expect, test } from 'vitest'
import { placedAt } from './placed-at.ts'

describe('a sample of a cut, drawn by the browser', () => {
  const front = { width: 900, height: 300 }

  test('keeps the point in the middle, and stops at the edges', () => {
    expect(placedAt(front, null, 1)).toBe('50% 50%')
    expect(placedAt(front, { x: 1, y: 0 }, 1)).toBe('100% 50%')
    expect(placedAt(front, { x: 0.05, y: 0 }, 1)).toBe('0% 50%')
    // 300 pixels around 360: from 210, of the 600 that are left over.
    expect(placedAt(front, { x: 0.4, y: 0.5 }, 1)).toBe('35% 50%')
  })

  test('moves up and down in what is taller than the cut', () => {
    expect(placedAt({ width: 300, height: 900 }, { x: 0.5, y: 1 }, 16 / 9)).toBe('50% 100%')
  })
})
