/**
 * L-BFGS (Liu and Nocedal, 1989, two-loop recursion, eight pairs) with a backtracking line search (Armijo, 1e-4): minimises
 * a smooth convex function. Deterministic: the same data gives the same bytes.
 */
export function minimise(
  size: number,
  /** Writes the gradient at `x` and answers the value. */
  evaluate: (x: Float64Array, gradient: Float64Array) => number,
  rounds: number,
): Float64Array {
  let x: Float64Array = new Float64Array(size)
  let gradient: Float64Array = new Float64Array(size)
  let value = evaluate(x, gradient)
  const pairs: Pair[] = []
  for (let round = 0; round < rounds; round++) {
    const direction = descent(gradient, pairs)
    const slope = dot(direction, gradient)
    if (slope > -1e-12) break
    let step = pairs.length === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1
    let next = moved(x, direction, step)
    const nextGradient = new Float64Array(size)
    let nextValue = evaluate(next, nextGradient)
    for (let tries = 0; nextValue > value + 1e-4 * step * slope && tries < 25; tries++) {
      step /= 2
      next = moved(x, direction, step)
      nextValue = evaluate(next, nextGradient)
    }
    if (nextValue >= value) break
    keep(pairs, difference(next, x), difference(nextGradient, gradient))
    const gain = (value - nextValue) / Math.max(Math.abs(value), 1e-9)
    x = next
    gradient = nextGradient
    value = nextValue
    if (gain < 1e-5) break
  }
  return x
}

interface Pair {
  s: Float64Array
  y: Float64Array
  rho: number
}

function keep(pairs: Pair[], s: Float64Array, y: Float64Array): void {
  const curvature = dot(s, y)
  if (curvature <= 1e-12) return
  pairs.push({ s, y, rho: 1 / curvature })
  if (pairs.length > 8) pairs.shift()
}

function descent(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const q = gradient.map((g) => -g)
  const alphas: number[] = []
  for (const { s, y, rho } of pairs.toReversed()) {
    const alpha = rho * dot(s, q)
    alphas.push(alpha)
    add(q, y, -alpha)
  }
  const last = pairs.at(-1)
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y))
    for (let i = 0; i < q.length; i++) q[i] = (q[i] ?? 0) * scale
  }
  for (const [i, { s, y, rho }] of pairs.entries()) {
    const beta = rho * dot(y, q)
    add(q, s, (alphas[pairs.length - 1 - i] ?? 0) - beta)
  }
  return q
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

function add(to: Float64Array, from: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + times * (from[i] ?? 0)
}

function moved(x: Float64Array, direction: Float64Array, step: number): Float64Array {
  const next = Float64Array.from(x)
  add(next, direction, step)
  return next
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  const result = Float64Array.from(a)
  add(result, b, -1)
  return result
}
