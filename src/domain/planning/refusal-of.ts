import { Problem } from '#platform/http/problem.ts'
import { say, type Text } from '#platform/text.ts'

/** Does something that may be refused. @returns why it was, in full; null when it was done */
export async function refusalOf(work: () => Promise<unknown>): Promise<Text | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { kind, params, fields } = error
    const told = (language: 'en' | 'fr') =>
      fields.length > 0
        ? [...new Set(fields.map(({ detail }) => say(detail, language, params)))].join(' ')
        : say(kind.detail, language, params)
    return { en: told('en'), fr: told('fr') }
  }
}
