/** Where “See more” comes, about: what the feed shows depends on its width. */
const mostCharacters = 477
const mostLines = 5

/** @returns the offset of the first character that is hidden, or the text's length */
export function foldAt(text: string): number {
  const lines = text.split('\n')
  const byLines =
    lines.length > mostLines ? lines.slice(0, mostLines).join('\n').length : text.length
  if (byLines <= mostCharacters) return byLines
  // Between two words, where there are some.
  const space = text.lastIndexOf(' ', mostCharacters)
  return space > mostCharacters - 40 ? space : mostCharacters
}
