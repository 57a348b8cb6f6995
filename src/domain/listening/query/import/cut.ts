/**
 * The pieces of a foreign query: operators, parentheses, words, fields with their value. Quotes of any shape become
 * straight ones; comments stay whole; a group's own `~n` is a piece, and so is the name of a field that stands before a
 * group.
 */
export function cut(written: string): string[] {
  return [...written.replace(/[“”„]/g, '"').matchAll(piece)].map(([text]) => text)
}

const piece =
  /<<<[^]*?>>>|\/\*[^]*?\*\/|[()]|[\w.]+:(?=\()|(?:[\w.]+:)?"[^"]*"(?:~\d+)?|(?:[\w.]+:)?\[[^\]]*\]|(?:[\w.]+:)?\{[^}]*\}|~\d+|-(?=["({\w#@])|[^\s()"]+/g

/** Pieces put side by side as people write them. */
export function joined(pieces: readonly string[]): string {
  return pieces
    .join(' ')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')')
    .replace(/(^|[ (])- /g, '$1-')
}
