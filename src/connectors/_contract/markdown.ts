/** A new line stays one: without two spaces before it, Markdown runs the lines together. */
export const asMarkdown = (words: string): string =>
  words.trim().replace(/(?<!\n)[ \t]*\n(?!\n)/g, '  \n')

/** An address as Markdown takes it for a link: without what closes the sentence, or a parenthesis opened before it. */
export function withoutClosing(address: string): string {
  const bare = address.replace(/[.,:;"'’»\]!?…]+$/u, '')
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare
}
