/** What stands where the quoted past was cut off. */
export const CUT = '[…]'

const blank = (line: string) => line.trim() === ''
const quoted = (line: string) => /^\s*>/.test(line)

/** “Le lun. 2 mars 2026 à 09:00, Atelier Morel <…> a écrit :”, perhaps on two lines. */
const announces =
  /^(?:le|on|am|el|il|op)\b[^\n]*(?:\n[^\n]*)?(?:a écrit|wrote|schrieb|escribió|ha scritto|schreef)\s*:\s*$/iu

/** Outlook and its kin quote without a mark: their separator, or the headers of what they quote. */
const separates =
  /^(?:-{2,}\s*(?:original message|message d[’']origine|forwarded message|message transféré)\s*-{2,}|_{10,})$/iu
const headers = /^(?:\*?de|from)\s*:.*$/iu
const followsHeaders = /^(?:\*?envoyé|sent|date|\*?à|to)\s*:/iu

/**
 * What somebody wrote, without the letter they answer. Cut only where all that follows is past: what stands between
 * quoted lines is an answer too, and stays with them. When nothing would remain, everything does.
 */
export function withoutQuotedPast(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const at = pastBegins(lines)
  const kept = lines.slice(0, at).join('\n').trim()
  if (at === lines.length || kept === '') return text.trim()
  return `${kept}\n\n${CUT}`
}

/** The first line of the past; as many as there are lines when there is none. */
function pastBegins(lines: string[]): number {
  const marked = lines.findIndex((line, at) => {
    if (separates.test(line.trim())) return true
    return headers.test(line.trim()) && followsHeaders.test(lines[at + 1]?.trim() ?? '')
  })
  if (marked >= 0) return marked
  let at = lines.length
  while (at > 0 && (blank(lines[at - 1] ?? '') || quoted(lines[at - 1] ?? ''))) at--
  if (!lines.slice(at).some(quoted)) return lines.length
  for (const height of [1, 2]) {
    const announced = lines
      .slice(Math.max(0, at - height), at)
      .join('\n')
      .trim()
    if (announces.test(announced)) return Math.max(0, at - height)
  }
  return at
}
