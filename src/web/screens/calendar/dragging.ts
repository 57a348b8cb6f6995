import { type RefObject, useEffect } from 'react'
import type { Placed } from './arrange.ts'

type Drag = typeof import('./drag.ts')

let loading: Promise<Drag> | null = null

/** The code of dragging, fetched once nothing more urgent is under way. */
function loadDrag(): Promise<Drag> {
  loading ??= import('./drag.ts')
  return loading
}

/** Lets an element be dragged for as long as `enabled`. */
export function useDraggable(
  element: RefObject<HTMLElement | null>,
  placed: Placed,
  enabled: boolean,
): void {
  useEffect(() => {
    if (!enabled) return
    let release: (() => void) | null = null
    let gone = false
    void loadDrag().then(({ makeDraggable }) => {
      if (!gone && element.current) release = makeDraggable(element.current, placed)
    })
    return () => {
      gone = true
      release?.()
    }
  }, [element, placed, enabled])
}

/**
 * Receives what is dropped on a day (`data-day`) or an hour (`data-day` and `data-hour`) inside an element.
 * The squares are found under the pointer: none of them has a handler of its own.
 */
export function useDropSquares(
  element: RefObject<HTMLElement | null>,
  drop: (placed: Placed, square: { day: string; hour: number | null }) => void,
): void {
  useEffect(() => {
    let release: (() => void) | null = null
    let gone = false
    const start = () =>
      void loadDrag().then(({ receive }) => {
        if (!gone && element.current) release = receive(element.current, drop)
      })
    const idle = whenIdle(start)
    return () => {
      gone = true
      idle()
      release?.()
    }
  }, [element, drop])
}

/** Safari has no requestIdleCallback. */
function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(run, { timeout: 3000 })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(run, 300)
  return () => clearTimeout(timer)
}
