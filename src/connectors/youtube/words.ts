/** In characters (videos resource, `snippet.title`). */
export const titleMax = 100

/**
 * The title of a video is the one that was asked for, else the first line of the text, which then leaves the
 * description. A first line too long for a title stays there, and its beginning is the title.
 */
export function wordsOf(text: string, asked = ''): { title: string; description: string } {
  const words = text.trim()
  if (asked.trim() !== '') return { title: asked.trim(), description: words }
  const [first = '', ...rest] = words.split('\n')
  const line = first.trim()
  if (line.length <= titleMax) return { title: line, description: rest.join('\n').trim() }
  return { title: beginning(line), description: words }
}

/** Cut between two words where there is such a place in its second half; never half of a character. */
function beginning(line: string): string {
  const cut = line.slice(0, titleMax - 1).replace(/[\uD800-\uDBFF]$/, '')
  const space = cut.lastIndexOf(' ')
  return `${space > titleMax / 2 ? cut.slice(0, space) : cut}…`
}
