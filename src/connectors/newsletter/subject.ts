/** RFC 5322 advises 78 characters a line; mail programs show about as many of a subject (read 2026-11-25). */
export const maxSubject = 150

/** The subject that was written apart, else the first line of the text, and what is left of the text. */
export function subjectOf(text: string, option: unknown): { subject: string; body: string } {
  const written = typeof option === 'string' ? oneLine(option) : ''
  if (written !== '') return { subject: written, body: text.trim() }
  const [first = '', ...rest] = text.trim().split('\n')
  return { subject: oneLine(first), body: rest.join('\n').trim() || first.trim() }
}

const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim()
