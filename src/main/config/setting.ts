import { z } from 'zod'
import type { Text } from '#platform/text.ts'

/** How one setting is read: its value, or what is expected when the text is something else. */
export interface Reader<T> {
  read: (text: string) => T | undefined
  /** Completes “NAME must be …” and « NAME doit être … ». */
  expected: Text
  /** How to name what was given; the text itself by default. Secrets must not be shown. */
  shown?: (text: string) => Text
}

/** Everything wrong in the environment, said at once; `message` holds the English sentences. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly sentences: readonly Text[]

  constructor(sentences: readonly Text[]) {
    super(sentences.map((sentence) => sentence.en).join('\n'))
    this.sentences = sentences
  }
}

/** A zod schema for the text of the environment variable `name`. */
export function setting<T>(name: string, reader: Reader<T>) {
  return z.string().transform((raw, context) => {
    const text = raw.trim()
    const value = reader.read(text)
    if (value !== undefined) return value
    const { expected } = reader
    const given = reader.shown?.(text) ?? quoted(text)
    context.issues.push({
      code: 'custom',
      input: name,
      message: `${name} must be ${expected.en}; it is ${given.en}.`,
      params: { fr: `${name} doit être ${expected.fr} ; sa valeur est ${given.fr}.` },
    })
    return z.NEVER
  })
}

function quoted(text: string): Text {
  const short = text.length > 80 ? `${text.slice(0, 80)}…` : text
  return { en: `“${short}”`, fr: `« ${short} »` }
}

/** The words between commas, without blanks or empty ones. */
export function words(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
}
