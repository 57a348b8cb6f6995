/** A hashtag or a mention under way, from its sign to the caret. */
export interface WordAt {
  kind: 'hashtag' | 'mention'
  /** Offset of its sign. */
  start: number
  /** The caret. */
  end: number
  /** Without the sign. */
  begins: string
}

const SHAPES = [
  ['hashtag', /(?:^|[\s(])(#([\p{L}\p{N}_]{1,40}))$/u],
  ['mention', /(?:^|[\s(.])(@([\p{L}\p{N}_][\p{L}\p{N}_.@-]{1,60}))$/u],
] as const

/** What is being written just before the caret; null for a plain word, or inside one. */
export function wordAt(text: string, caret: number): WordAt | null {
  if (/[\p{L}\p{N}_]/u.test(text.charAt(caret))) return null
  const before = text.slice(Math.max(0, caret - 70), caret)
  for (const [kind, shape] of SHAPES) {
    const [, whole = '', begins = ''] = shape.exec(before) ?? []
    if (whole) return { kind, start: caret - whole.length, end: caret, begins }
  }
  return null
}
