import { z } from 'zod'
import { instant } from '#platform/http/shapes.ts'
import { readLanguages, wants } from '../signals/names.ts'

/** How many corrections of a language, or of an intent or risk, it takes to learn from them. */
export const fewestCorrections = 10

const trial = z.object({
  /** Corrections of people, copies of a post counted once. */
  corrected: z.number().int(),
  /** How many of them are read as people said by what the others taught. */
  followed: z.number().int(),
  /** Posts that people saw and let stand. */
  left: z.number().int(),
  /** How many of them are read as before by what the corrections taught. */
  kept: z.number().int(),
  /** Whether new mentions are read with what was learnt. */
  used: z.boolean(),
})

/** Whether what people correct is learnt from. */
export const learningInput = z.object({ on: z.boolean() })
export type LearningInput = z.output<typeof learningInput>

export const learningView = learningInput.extend({
  /** When corrections were last learnt from; null when there has been none. */
  learntAt: instant.nullable(),
  /** Whether the latest mentions are yet to be read anew with what was learnt, or without what was unlearnt. */
  rereading: z.boolean(),
  needed: z.number().int(),
  /** Corrections of opinions, by language. */
  languages: z.array(trial.extend({ language: z.enum(readLanguages) })),
  /** Corrections of intents and risks, by which of them was misread. */
  wants: z.array(trial.extend({ signal: z.enum(wants) })),
})
export type LearningView = z.output<typeof learningView>
