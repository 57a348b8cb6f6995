import { type Learnt, readSignals } from '../signals/index.ts'
import { termsOf } from '../signals/terms/index.ts'
import type { Normalised } from './normalise.ts'

type Read = Pick<Normalised, 'title' | 'text' | 'language'>

/**
 * What the desk reads in a mention as it keeps it: the columns of `mentions` that hold it.
 * @param learnt what the company's corrections have taught
 */
export function signalColumns(mention: Read, learnt?: Learnt) {
  const { language } = mention
  const whole = wholeText(mention)
  const read = readSignals(whole, hintOf(mention), learnt)
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

/** The text that is read. Where only the title was had, it is the text too. */
export function wholeText({ title, text }: Pick<Read, 'title' | 'text'>): string {
  return title && title !== text ? `${title}. ${text}` : text
}

/** The language that the network told, as the models name theirs. */
export function hintOf({ language }: Pick<Read, 'language'>): string | undefined {
  return language?.slice(0, 2).toLowerCase()
}
