import { readSignals } from '../signals/index.ts'
import { termsOf } from '../signals/terms/index.ts'
import type { Normalised } from './normalise.ts'

/** What the desk reads in a mention as it keeps it: the columns of `mentions` that hold it. */
export function signalColumns({ title, text, language }: Normalised) {
  const hint = language?.slice(0, 2).toLowerCase()
  const whole = title ? `${title}. ${text}` : text
  const read = readSignals(whole, hint)
  const { sentiment, confidence, intents, risks, words } = read
  return {
    language: language ?? (read.language === 'unsure' ? null : read.language),
    sentiment,
    confidence,
    intents: [...intents],
    risks: [...risks],
    decidingWords: JSON.stringify(words),
    terms: termsOf(whole, read.language).map(({ key }) => key),
  }
}
