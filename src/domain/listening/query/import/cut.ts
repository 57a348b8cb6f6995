/** A piece of a foreign query: an operator, a parenthesis, words, a field with its value. */
export interface Piece {
  text: string
  /** Has no equal here: to be taken out. */
  gone: boolean
}

/** Quotes of any shape become straight ones; comments stay whole; a group's own `~n` is a piece. */
export function cut(written: string): Piece[] {
  return [...written.replace(/[“”„]/g, '"').matchAll(piece)].map(([text]) => ({
    text,
    gone: false,
  }))
}

const piece =
  /<<<[^]*?>>>|\/\*[^]*?\*\/|[()]|(?:[\w.]+:)?"[^"]*"(?:~\d+)?|(?:[\w.]+:)\[[^\]]*\]|(?:[\w.]+:)?\{[^}]*\}|~\d+|-(?=["({\w#@])|[^\s()"]+/g
