import type { Author } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import type { Message } from './message.ts'
import { unescape } from './text.ts'

/**
 * The words of a message as its readers see them: names for the numbers of people, addresses without their brackets
 * (api.slack.com/reference/surfaces/formatting, read 2026-11-25).
 */
export async function wordsOf(
  { text, files }: Pick<Message, 'text' | 'files'>,
  people: (id: string) => Promise<Outcome<Author>>,
): Promise<Outcome<string>> {
  const names = new Map<string, string>()
  for (const [, id = ''] of text.matchAll(/<@(\w+)(?:\|[^>]*)?>/g)) {
    const person = await people(id)
    if (!person.ok) return person
    names.set(id, person.value.name)
  }
  const words = text
    .replace(/<@(\w+)(?:\|[^>]*)?>/g, (_, id: string) => `@${names.get(id) ?? id}`)
    .replace(/<#\w+\|([^>]*)>/g, '#$1')
    .replace(/<!(?:subteam\^\w+\|@?)?(\w+)[^>]*>/g, '@$1')
    .replace(/<([^|>]+)(?:\|([^>]*))?>/g, (_, url: string, label?: string) => label || url)
  const said = unescape(words).trim()
  return done(said === '' && files.length > 0 ? '📎' : said || '💬')
}
