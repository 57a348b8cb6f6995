import lists from 'stopwords-iso' with { type: 'json' }
import { smallWords } from '../words/small-words.ts'
import { withoutAccents } from '../words/tokens.ts'

/**
 * Words that no term begins or ends with, by language: stopwords-iso 1.1.0 (MIT), without the words of its English list
 * that a company is talked about with. A language that has no list, or is not known, is read with French and English.
 */
export function stopWordsOf(language: string | null): ReadonlySet<string> {
  const code = language?.slice(0, 2).toLowerCase() ?? ''
  const key = Object.hasOwn(lists, code) ? code : 'unsure'
  const known = sets.get(key)
  if (known) return known
  const words = key === 'unsure' ? [...listOf('fr'), ...listOf('en')] : listOf(key)
  const set = new Set([...words, ...smallWords, ...everywhere].map(plainWord))
  for (const word of telling) set.delete(word)
  sets.set(key, set)
  return set
}

const sets = new Map<string, ReadonlySet<string>>()

function listOf(code: string): string[] {
  return Object.hasOwn(lists, code) ? ((lists as Record<string, string[]>)[code] ?? []) : []
}

const plainWord = (word: string) => withoutAccents(word.toLowerCase().replaceAll('’', "'"))

const everywhere = ['rt', 'via', 'http', 'https', 'www', 'amp', "aujourd'hui", 'today', 'hier']
const telling =
  'problem problems group system computer microsoft netscape novel invention research information bill fire'.split(
    ' ',
  )
