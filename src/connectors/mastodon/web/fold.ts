/** Lines shown before “Read more”: 706 px of 22 px lines (mastodon/mastodon, status_content, 2026-11-22). */
const mostLines = 32
/** Letters in one line of a 600 px column, about. */
const lineLength = 75

/**
 * Where the web client folds a text. Exact for texts of many short lines; for long lines it depends on the
 * reader's font, and this is near.
 * @returns the offset of the first character that is hidden, or the text's length
 */
export function foldAt(text: string): number {
  let lines = 0
  let at = 0
  for (const line of text.split('\n')) {
    const needed = Math.max(1, Math.ceil(line.length / lineLength))
    if (lines + needed > mostLines) return at + (mostLines - lines) * lineLength
    lines += needed
    at += line.length + 1
  }
  return text.length
}
