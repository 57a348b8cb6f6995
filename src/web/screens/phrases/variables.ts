import type { PhraseVariable } from '#domain/publishing/phrases/api.ts'
import { fieldErrors } from '#web/api/index.ts'

/**
 * The variables of a template as it is being written: one for each thing between braces, with what was said of it
 * before; what is not in the words any more is left out.
 */
export function variablesFor(
  texts: readonly string[],
  known: readonly PhraseVariable[],
): PhraseVariable[] {
  const found = texts.flatMap((text) =>
    [...text.matchAll(/\{([^{}\n]{1,60})\}/g)].map(([, name = '']) => name.trim()),
  )
  return [...new Set(found)]
    .filter((name) => /^[\p{L}_][\p{L}\p{N}_-]{0,39}$/u.test(name))
    .map((name) => known.find((one) => one.name === name) ?? fresh(name))
}

/** What a name usually stands for, so that most are right without a choice. */
function fresh(name: string): PhraseVariable {
  const kind = /^(prix|price|montant|amount|quantit|number|nombre)/i.test(name)
    ? 'number'
    : /^(date|jour|day)/i.test(name)
      ? 'date'
      : 'text'
  return { name, kind, label: '', default: '', choices: [] }
}

/** The sentences of a refusal that belong to no field shown. */
export const sentencesOf = (problem: unknown): string[] => [
  ...new Set(Object.values(fieldErrors(problem))),
]
