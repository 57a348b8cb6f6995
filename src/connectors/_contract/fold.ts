/**
 * Where a feed that shows so many lines folds a text. Exact for texts of many short lines; for long lines it depends on
 * the reader's font, and this is near.
 * @param lineLength letters in one line, about
 * @returns the offset of the first character that is hidden, or the text's length
 */
export function foldByLines(text: string, mostLines: number, lineLength: number): number {
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
