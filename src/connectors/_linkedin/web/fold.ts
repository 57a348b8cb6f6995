/** Three lines of a feed 555 px wide (linkedin.com, seen 2026-11-25): near, for it depends on the reader's font. */
const mostLines = 3
const lineLength = 75

/** @returns the offset of the first character that is hidden behind “…more”, or the text's length */
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
