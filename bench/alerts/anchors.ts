/** Simple detectors that are measured beside ours, each written from its definition. */

/** Distance to an exponentially weighted mean, in exponentially weighted deviations; memory of 100 points. */
export function ewmaDistance(values: readonly number[]): number[] {
  const keep = 0.01
  let mean = values[0] ?? 0
  let variance = 1
  return values.map((value) => {
    const away = value - mean
    const distance = Math.abs(away) / Math.sqrt(variance + 1e-9)
    mean += keep * away
    variance = (1 - keep) * (variance + keep * away ** 2)
    return distance
  })
}

/** How far into a Gaussian's tail a point lies, the Gaussian being that of the thousand points before (NAB's “windowed Gaussian”). */
export function windowedGaussian(values: readonly number[]): number[] {
  let sum = 0
  let squares = 0
  return values.map((value, i) => {
    const size = Math.min(i, 1000)
    const mean = size > 0 ? sum / size : 0
    const deviation = Math.sqrt(Math.max(0, squares / Math.max(1, size) - mean ** 2)) || 1e-6
    const leaves = i >= 1000 ? (values[i - 1000] ?? 0) : 0
    sum += value - leaves
    squares += value ** 2 - leaves ** 2
    return size === 0 ? 0 : Math.abs(value - mean) / deviation
  })
}

/** The rule most products have: an hour above mean + k deviations of the two weeks before, not twice within two days. */
export function meanPlusDeviations(counts: readonly number[], k: number): number[] {
  const window = 14 * 24
  const rings: number[] = []
  for (let i = window; i < counts.length; i++) {
    const past = counts.slice(i - window, i)
    const mean = past.reduce((a, b) => a + b, 0) / window
    const deviation = Math.sqrt(past.reduce((a, b) => a + (b - mean) ** 2, 0) / window)
    const count = counts[i] ?? 0
    if (count >= 3 && count > mean + k * deviation && i - (rings.at(-1) ?? -49) >= 48) rings.push(i)
  }
  return rings
}
