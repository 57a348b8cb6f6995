/** How long something takes, again and again. */
export interface Times {
  p50_ms: number
  p95_ms: number
}

/** @param work is given the number of the round */
export async function times(
  rounds: number,
  work: (round: number) => Promise<unknown>,
): Promise<Times> {
  const taken: number[] = []
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    await work(round)
    taken.push(performance.now() - began)
  }
  taken.sort((a, b) => a - b)
  return { p50_ms: quantile(taken, 0.5), p95_ms: quantile(taken, 0.95) }
}

/** Of numbers in order, the smallest that this share of them does not exceed; rounded to two decimals. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)
  return Number((sorted[Math.max(0, place)] ?? NaN).toFixed(2))
}
