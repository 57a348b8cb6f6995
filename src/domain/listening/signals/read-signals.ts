import { languageOf } from './language.ts'
import { readingOf } from './reading.ts'
import type { Learnt } from './learning/learnt.ts'
import type { Reading } from './linear-model.ts'
import { sentimentOf } from './sentiment.ts'
import { signalsIn } from './intents.ts'
import {
  type Intent,
  intents,
  isReadLanguage,
  type ReadLanguage,
  type Risk,
  risks,
  type Sentiment,
} from './names.ts'

/** What a post says of itself, before anyone has read it. */
export interface Signals {
  /** ISO 639-1, or `unsure`. */
  language: string
  sentiment: Sentiment
  /** Between 0 and 1; 0 where no model reads this language. */
  confidence: number
  intents: Intent[]
  risks: Risk[]
  /** By signal (`sentiment`, an intent, a risk), the words of the post that decided. */
  words: Record<string, string[]>
}

/**
 * Reads one post. Pure but for models read from disk at the first call; never throws on any text. `hint` is the language
 * that its source speaks, used where the post alone leaves doubt; `learnt` is what corrections taught.
 */
export function readSignals(text: string, hint?: string, learnt: Learnt = {}): Signals {
  const language = languageWith(text, hint)
  if (isReadLanguage(language)) return readIn(text, language, language, learnt)
  return language === 'unsure' ? readUnsure(text, learnt.wants) : { ...silent(), language }
}

/** ISO 639-1 of a post, its source's where the post alone leaves doubt and the source has one; else `unsure`. */
export function languageWith(text: string, hint?: string): string {
  const found = languageOf(text)
  return found === 'unsure' && hint !== undefined ? hint : found
}

function readIn(text: string, language: ReadLanguage, named: string, learnt: Learnt): Signals {
  const reading = readingOf(text, language)
  if (!reading.tokens.some(({ kind }) => kind !== 'link' && kind !== 'person'))
    return { ...silent(), language: named }
  const opinion = sentimentOf(reading, language, learnt.opinions?.[language])
  const signals = signalsIn(reading, language, opinion.scores, learnt.wants)
  const words: Record<string, string[]> = {}
  if (opinion.decided.length > 0)
    words.sentiment = opinion.decided.map((i) => spelled(reading, i, i + 1))
  for (const { signal, spans } of signals)
    words[signal] = spans.map(({ from, to }) => spelled(reading, from, to))
  return {
    language: named,
    sentiment: opinion.sentiment,
    confidence: Number(opinion.confidence.toFixed(3)),
    intents: intents.filter((intent) => signals.some(({ signal }) => signal === intent)),
    risks: risks.filter((risk) => signals.some(({ signal }) => signal === risk)),
    words,
  }
}

/** A few words in no certain language: an opinion only where both models hold the same one. */
function readUnsure(text: string, wants: Learnt['wants']): Signals {
  const [first, second] = [
    readIn(text, 'fr', 'unsure', { wants }),
    readIn(text, 'en', 'unsure', { wants }),
  ]
  if (first.sentiment === second.sentiment && first.sentiment !== 'neutral')
    return first.confidence > second.confidence ? first : second
  const both = {
    intents: shared(first.intents, second.intents),
    risks: shared(first.risks, second.risks),
  }
  const told = [...both.intents, ...both.risks].map((want) => [want, first.words[want] ?? []])
  return {
    ...silent(),
    ...both,
    confidence: Math.min(first.confidence, second.confidence),
    words: Object.fromEntries(told),
  }
}

const shared = <Want>(a: readonly Want[], b: readonly Want[]) => a.filter((one) => b.includes(one))

function silent(): Signals {
  return {
    language: 'unsure',
    sentiment: 'unsure',
    confidence: 0,
    intents: [],
    risks: [],
    words: {},
  }
}

function spelled(reading: Reading, from: number, to: number): string {
  const start = reading.tokens[from]?.start ?? 0
  const end = reading.tokens[to - 1]?.end ?? start
  return reading.text.slice(start, end)
}
