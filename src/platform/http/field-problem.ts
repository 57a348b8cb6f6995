import { z } from 'zod'
import type { Text } from '#platform/text.ts'
import type { FieldProblem } from './problem.ts'

const french = z.locales.fr().localeError
const english = z.locales.en().localeError

/** What the validator found, as the library hands it on. */
interface Finding {
  keyword: string
  instancePath: string
  message?: string
  params: Record<string, unknown>
}

/**
 * A validator's finding as a sentence in both languages. A rule of our own brings its sentences along:
 * `refine(check, { params: { text: { en, fr } } })`.
 */
export function fieldProblem({ keyword, instancePath, message, params }: Finding): FieldProblem {
  const own = params['params'] as { text?: Text } | undefined
  const issue = { ...params, code: keyword } as z.core.$ZodRawIssue
  const detail = own?.text ?? {
    en: sentence(english(issue)) ?? message ?? 'Invalid',
    fr: sentence(french(issue)) ?? message ?? 'Invalide',
  }
  return { pointer: instancePath || '/', detail }
}

const sentence = (said: string | { message: string } | null | undefined) =>
  typeof said === 'string' ? said : said?.message
