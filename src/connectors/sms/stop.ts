import type { LetterFor } from '#connectors/_contract/connector.ts'
import { senderKind, type Settings } from './account.ts'
import { replyStop } from './stop-words.ts'
import { plain } from './text.ts'

/** The words that leave for one person: plain, and with the way out of the list where the gateway adds none. */
export function wordsFor(
  settings: Settings,
  letter: Pick<LetterFor, 'text' | 'language' | 'unsubscribe'>,
) {
  const words = plain(letter.text)
  // OVHcloud writes its own clause under each message, and keeps the numbers that answered it.
  if (settings.provider === 'ovh') return words
  // Nobody can answer a name.
  if (senderKind(settings.sender) === 'name') return `${words}\nSTOP: ${letter.unsubscribe}`
  if (/\bSTOP\b/.test(words)) return words
  return `${words}\n${replyStop[letter.language?.startsWith('en') ? 'en' : 'fr']}`
}
