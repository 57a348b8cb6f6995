import { describe, expect, test } from 'vitest'
import { actionsOn, hashOf, statusOf, type DeliveryState } from './model.ts'

const all = (...states: DeliveryState[]) =>
  states.map((state) => ({ state, tries: state === 'planned' ? 0 : 1 }))

describe('the status of a post on the calendar', () => {
  test('a draft is a draft and a cancelled post is cancelled, whatever its ledger says', () => {
    expect(statusOf('draft', all('cancelled'))).toBe('draft')
    expect(statusOf('cancelled', all('planned'))).toBe('cancelled')
  })

  test('nothing has left yet: scheduled', () => {
    expect(statusOf('scheduled', all('planned', 'planned'))).toBe('scheduled')
  })

  test('one account is served and the other still waits: publishing', () => {
    expect(statusOf('scheduled', all('published', 'planned'))).toBe('publishing')
    expect(statusOf('scheduled', all('sending', 'planned'))).toBe('publishing')
    expect(statusOf('scheduled', [{ state: 'planned', tries: 2 }])).toBe('publishing')
  })

  test('an unknown outcome asks for a person before anything else', () => {
    expect(statusOf('scheduled', all('published', 'sending', 'unknown', 'failed'))).toBe('unknown')
  })

  test('all, some or none of the accounts were served', () => {
    expect(statusOf('scheduled', all('published', 'published'))).toBe('published')
    expect(statusOf('scheduled', all('published', 'failed'))).toBe('partly-published')
    expect(statusOf('scheduled', all('failed', 'failed'))).toBe('failed')
  })

  test('an account that was taken off does not count', () => {
    expect(statusOf('scheduled', all('published', 'cancelled'))).toBe('published')
    expect(statusOf('scheduled', all('cancelled', 'cancelled'))).toBe('cancelled')
  })
})

describe('what a person may do about a delivery', () => {
  test('nothing while it is leaving or once it has left', () => {
    expect(actionsOn({ state: 'sending', tries: 1, mustConfirm: true })).toEqual([])
    expect(actionsOn({ state: 'published', tries: 1, mustConfirm: false })).toEqual([])
  })

  test('an unknown one may be checked, settled by hand, sent again or dropped', () => {
    const actions = actionsOn({ state: 'unknown', tries: 1, mustConfirm: true })
    expect(actions).toEqual(['check-again', 'mark-published', 'retry', 'cancel'])
  })

  test('dropping it does not close the question whether it left', () => {
    expect(actionsOn({ state: 'cancelled', tries: 1, mustConfirm: true })).toContain(
      'mark-published',
    )
    expect(actionsOn({ state: 'cancelled', tries: 0, mustConfirm: false })).toEqual([])
  })
})

test('the hash of what leaves does not depend on the order of keys', () => {
  const content = { text: 'Une chaise en chêne', images: [], options: { a: 1, b: { c: 2, d: 3 } } }
  const shuffled = { options: { b: { d: 3, c: 2 }, a: 1 }, images: [], text: 'Une chaise en chêne' }
  expect(hashOf(shuffled)).toBe(hashOf(content))
  expect(hashOf({ ...content, text: 'Une chaise en hêtre' })).not.toBe(hashOf(content))
})
