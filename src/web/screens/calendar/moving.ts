import { useSyncExternalStore } from 'react'

/**
 * Where posts are on their way to, before the desk has answered: by post, the wall time in the company's zone.
 * Laid over what was read, never written into it: a refresh in the middle of a move makes nothing jump back.
 */
let moved: ReadonlyMap<string, string> = new Map()
const listeners = new Set<() => void>()

export function showMoved(postId: string, wallTime: string): void {
  moved = new Map(moved).set(postId, wallTime)
  tell()
}

export function forgetMoved(postId: string): void {
  const left = new Map(moved)
  left.delete(postId)
  moved = left
  tell()
}

export function useMoved(): ReadonlyMap<string, string> {
  return useSyncExternalStore(watch, () => moved)
}

function watch(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}

let wanted: string | null = null

/** A post moved by the keyboard is drawn anew elsewhere: it must keep the focus. */
export function keepFocusOn(postId: string): void {
  wanted = postId
}

/** Whether the post just drawn is the one that had the focus; answers yes once. */
export function takesFocus(postId: string): boolean {
  if (wanted !== postId) return false
  wanted = null
  return true
}
