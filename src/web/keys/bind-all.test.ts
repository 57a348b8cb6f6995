import { describe, expect, test } from 'vitest'
import { bindAll, type Shortcut } from './bind-all.ts'

/** A keyboard that only knows plain letters. */
class Press extends Event {
  readonly key: string
  readonly code: string
  readonly isComposing = false
  constructor(key: string) {
    super('keydown', { cancelable: true })
    this.key = key
    this.code = `Key${key.toUpperCase()}`
  }
  getModifierState() {
    return false
  }
}

function keyboard(shortcuts: [keys: string, what: string][], allowed = true) {
  const done: string[] = []
  const target = new EventTarget()
  const list: Shortcut[] = shortcuts.map(([keys, what]) => ({
    keys,
    label: what,
    run: () => void done.push(what),
  }))
  const release = bindAll(target as Window, list, () => allowed)
  return {
    done,
    release,
    press: (...keys: string[]) => keys.map((key) => target.dispatchEvent(new Press(key))),
  }
}

describe('keys of a screen under keys of the desk', () => {
  test('G then E goes to the experiments, and resolves no conversation on the way', () => {
    const { press, done } = keyboard([
      ['e', 'resolve the conversation'],
      ['g e', 'go to experiments'],
    ])
    press('g', 'e')
    expect(done).toEqual(['go to experiments'])
  })

  test('E alone resolves the conversation, also after a sequence', () => {
    const { press, done } = keyboard([
      ['g e', 'go to experiments'],
      ['e', 'resolve the conversation'],
    ])
    press('e', 'g', 'e', 'e')
    expect(done).toEqual([
      'resolve the conversation',
      'go to experiments',
      'resolve the conversation',
    ])
  })

  test('one sequence may follow another at once', () => {
    const { press, done } = keyboard([
      ['g c', 'go to the calendar'],
      ['g e', 'go to experiments'],
    ])
    press('g', 'c', 'g', 'e')
    expect(done).toEqual(['go to the calendar', 'go to experiments'])
  })

  test('the last screen to bind a key has it', () => {
    const { press, done } = keyboard([
      ['c', 'new post'],
      ['c', 'close the preview'],
    ])
    press('c')
    expect(done).toEqual(['close the preview'])
  })

  test('nothing runs where keys are not allowed, nor once unbound', () => {
    const typing = keyboard([['c', 'new post']], false)
    typing.press('c')
    expect(typing.done).toEqual([])
    const gone = keyboard([['c', 'new post']])
    gone.release()
    gone.press('c')
    expect(gone.done).toEqual([])
  })
})
