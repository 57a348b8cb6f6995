import type { Explain } from '#connectors/_meta/meaning.ts'

/** What Threads names by words rather than by numbers (documentation/threads, read 2026-11-25). */
export const explain: Explain = ({ words }) => {
  if (words.includes('THREADS_API__LINK_LIMIT_EXCEEDED'))
    return { reason: tooManyLinks, field: 'text' }
  return null
}

export const tooManyLinks = {
  en: 'Threads takes five different links at most in a post: take some off.',
  fr: 'Threads accepte au plus cinq liens différents par publication : retirez-en.',
}
