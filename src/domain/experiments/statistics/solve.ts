const CLOSE_ENOUGH = 1e-10
const MOST_STEPS = 200

/**
 * Where an increasing function over positive numbers reaches a value: the quantiles of a
 * distribution from its cumulative function. Searches in the logarithm of x, by false position with
 * the Illinois correction (Dowell & Jarratt, BIT 11, 1971), always within a bracket.
 * @param start any positive guess
 */
export function solveIncreasing(f: (x: number) => number, target: number, start = 1): number {
  let { low, high } = bracket(f, target, Math.log(start))
  let side = 0
  for (let step = 0; step < MOST_STEPS && high.x - low.x > CLOSE_ENOUGH; step++) {
    const slope = (high.y - low.y) / (high.x - low.x)
    const x = slope > 0 ? low.x - low.y / slope : (low.x + high.x) / 2
    const y = f(Math.exp(x)) - target
    if (Math.abs(y) < CLOSE_ENOUGH * 1e-2) return Math.exp(x)
    if (y < 0) {
      low = { x, y }
      if (side < 0) high = { ...high, y: high.y / 2 }
    } else {
      high = { x, y }
      if (side > 0) low = { ...low, y: low.y / 2 }
    }
    side = Math.sign(y)
  }
  return Math.exp((low.x + high.x) / 2)
}

interface Point {
  x: number
  y: number
}

const FAR = 700

function bracket(f: (x: number) => number, target: number, start: number) {
  const at = (x: number): Point => ({ x, y: f(Math.exp(x)) - target })
  let low = at(start)
  let high = low
  for (let step = 1; low.y > 0 && low.x > -FAR; step *= 2) low = at(Math.max(-FAR, low.x - step))
  for (let step = 1; high.y < 0 && high.x < FAR; step *= 2) high = at(Math.min(FAR, high.x + step))
  return { low, high }
}
