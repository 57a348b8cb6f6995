import type { CueHit } from './cues.ts'
import type { Reading } from './linear-model.ts'
import type { ReadLanguage } from './reading.ts'

/** What somebody wants of us. `buying`: wants to buy what we sell, or asks who sells it. */
export const intents = ['complaint', 'question', 'buying', 'praise', 'hiring'] as const
export type Intent = (typeof intents)[number]

/** Kinds of risk; the words of the mission. */
export const risks = ['leak', 'impostor', 'threat', 'boycott', 'safety'] as const
export type Risk = (typeof risks)[number]

export interface FoundSignal {
  signal: Intent | Risk
  /** Where the deciding words stand, as tokens. */
  spans: { from: number; to: number }[]
}

/** Intents and risks of a post, each with the words that decided. */
export function signalsIn(
  _reading: Reading,
  hits: readonly CueHit[],
  _language: ReadLanguage,
): FoundSignal[] {
  return [...intents, ...risks].flatMap((signal) => {
    const spans = hits.filter((hit) => hit.signal === signal).slice(0, 3)
    return spans.length === 0 ? [] : [{ signal, spans }]
  })
}
