import type { Label } from './api.ts'

/** Words that speak for a label. */
export interface Cue {
  label: Label
  /** 2 is enough by itself, 1 needs another beside it. */
  weight: 1 | 2
  /** Without word boundaries: `cuesOf` adds them. */
  words: RegExp
}

/** Cues of one label and weight, from alternatives written one after the other. */
export function cues(label: Label, weight: 1 | 2, alternatives: readonly string[]): Cue {
  return {
    label,
    weight,
    words: new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
  }
}
