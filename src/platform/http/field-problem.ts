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
 * @param sent what was validated: the body, the query, or the parameters of the address
 */
export function fieldProblem(
  { keyword, instancePath, message, params }: Finding,
  sent: unknown,
): FieldProblem {
  const own = params['params'] as { text?: Text } | undefined
  const input = at(instancePath, sent)
  if (keyword === 'invalid_type' && input === undefined && instancePath.length > 1)
    return { pointer: instancePath, detail: missing }
  // The validator leaves what it read out of what it finds: it could be a secret. Its type alone is told.
  const issue = { ...params, code: keyword, input } as z.core.$ZodRawIssue
  const detail = own?.text ?? {
    en: sentence(english(issue)) ?? message ?? 'Invalid',
    fr: sentence(french(issue)) ?? message ?? 'Invalide',
  }
  return { pointer: instancePath || '/', detail }
}

const missing: Text = { en: 'Fill in this field.', fr: 'Renseignez ce champ.' }

/** What stands at a place; undefined where nothing does. */
function at(instancePath: string, sent: unknown): unknown {
  const steps = instancePath.split('/').filter((step) => step !== '')
  return steps.reduce<unknown>(
    (holder, step) =>
      typeof holder === 'object' && holder !== null && Object.hasOwn(holder, step)
        ? (holder as Record<string, unknown>)[step]
        : undefined,
    sent,
  )
}

const sentence = (said: string | { message: string } | null | undefined) =>
  typeof said === 'string' ? said : said?.message
