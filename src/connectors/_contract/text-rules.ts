/** A stretch of text the network treats apart. `start` and `end` are UTF-16 offsets, as in `String.slice`. */
export interface Span {
  start: number
  end: number
  kind: 'link' | 'mention' | 'hashtag'
  /** Address, handle without `@`, or tag without `#`. */
  value: string
}

/**
 * How a network counts and reads a text. Pure and free of Node: the composer and the server run the same code.
 */
export interface TextRules {
  /** Length in the network's own unit. */
  count(text: string): number
  spans(text: string): Span[]
}
