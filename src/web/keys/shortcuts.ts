import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { recall, usePreference } from '../shell/preferences.ts'
import { bindAll, type Shortcut } from './bind-all.ts'

export type { Shortcut } from './bind-all.ts'

let bound: readonly Shortcut[] = []
let release = () => {}
const listeners = new Set<() => void>()

/**
 * Binds keys while the caller is mounted, and lists them on the `?` sheet. Where two bind the same keys, the last
 * mounted has them. Plain letters do nothing in a field, in a dialog, or when the reader switched them off (WCAG 2.1.4).
 */
export function useShortcuts(shortcuts: readonly Shortcut[], { enabled = true } = {}): void {
  const latest = useRef(shortcuts)
  useLayoutEffect(() => {
    latest.current = shortcuts
  })
  const shape = shortcuts.map(({ keys, label }) => `${keys}\u0000${label}`).join('\u0001')
  useEffect(() => {
    if (!enabled) return
    const mine = latest.current.map(({ keys, label }, index) => ({
      keys,
      label,
      // The functions change at every render; the keys and their names rarely do.
      run: (event: KeyboardEvent) => latest.current[index]?.run(event),
    }))
    change([...bound, ...mine])
    return () => change(bound.filter((shortcut) => !mine.includes(shortcut)))
  }, [shape, enabled])
}

/** Everything bound right now, in the order of mounting. */
export function useBoundShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(watch, () => bound)
}

/** Whether single letters act, as chosen in the settings. */
export function useLettersOn(): boolean {
  return usePreference('shortcuts', 'on') === 'on'
}

function change(next: readonly Shortcut[]): void {
  bound = next
  release()
  release = bindAll(window, bound, mayRun)
  for (const tell of listeners) tell()
}

/** Whether this press, there, may act as a shortcut. */
function mayRun(keys: string, event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('[data-keys="off"]')) return false
  if (/\$mod|Control|Meta|Alt/.test(keys)) return true
  if (recall('shortcuts') === 'off') return false
  // What is above the page has the keyboard for itself, even while nothing in it is focused.
  if (document.querySelector('[role=dialog],[role=menu]')) return false
  return !target?.closest(
    'input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable]',
  )
}

function watch(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
