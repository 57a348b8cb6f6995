import { useSyncExternalStore } from 'react'

/** A passage of a text that somebody points at in the margin. */
export interface Passage {
  /** The account whose own text it is in; null for the main text. */
  channelId: string | null
  start: number
  end: number
  /** What stood there when it was read. */
  words: string
}

let pointed: Passage | null = null
const listeners = new Set<() => void>()

/** Underlines a passage in the text being written, or nothing any more. */
export function pointAt(passage: Passage | null): void {
  if (pointed === passage) return
  pointed = passage
  for (const tell of listeners) tell()
}

/** What to underline in a text; nothing once it says something else there. */
export function usePassage(channelId: string | null, text: string): readonly Passage[] {
  const passage = useSyncExternalStore(watch, () => pointed)
  if (passage?.channelId !== channelId) return NONE
  return text.slice(passage.start, passage.end) === passage.words ? [passage] : NONE
}

const NONE: readonly Passage[] = []

function watch(tell: () => void): () => void {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}
