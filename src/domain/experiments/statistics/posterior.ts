/** What the facts leave open about two versions: cumulative probabilities, without random draws. */
export interface Posterior {
  /** Probability that version A's figure per unit of exposure is at most x. */
  a(x: number): number
  b(x: number): number
  /** Probability that B's figure is at most r times A's. */
  ratio(r: number): number
}

/** Several posteriors, each as likely as another, as one. */
export function mixture(parts: readonly Posterior[]): Posterior {
  const mean = (of: (part: Posterior) => number) =>
    parts.reduce((sum, part) => sum + of(part), 0) / parts.length
  return {
    a: (x) => mean((part) => part.a(x)),
    b: (x) => mean((part) => part.b(x)),
    ratio: (r) => mean((part) => part.ratio(r)),
  }
}
