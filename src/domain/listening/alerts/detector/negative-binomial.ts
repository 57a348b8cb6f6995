/**
 * Counts that vary more than chance alone would have them: mean μ, variance μ + δ·μ², δ the overdispersion. With δ = 0 it is
 * Poisson's law. (Negative binomial “NB2”: Hilbe, Negative Binomial Regression, 2011, ch. 8.)
 */
export interface CountLaw {
  mean: number
  overdispersion: number
}

/** The chance of seeing `count` or more. */
export function chanceOfAtLeast(count: number, law: CountLaw): number {
  if (count <= 0) return 1
  if (law.mean <= 0) return 0
  if (law.overdispersion >= NEARLY_POISSON) return tail(count, law)
  return count > law.mean ? sumUp(count, law) : 1 - sumDown(count - 1, law)
}

/**
 * The smallest count that chance reaches with a probability of `chance` at most.
 * @param chance above 0 and below 1
 */
export function countBeyond(chance: number, law: CountLaw): number {
  let above = Math.max(1, Math.ceil(law.mean))
  while (chanceOfAtLeast(above, law) > chance) above *= 2
  let below = 0
  while (above - below > 1) {
    const middle = Math.floor((above + below) / 2)
    if (chanceOfAtLeast(middle, law) > chance) below = middle
    else above = middle
  }
  return above
}

/** The chance of exactly that count. */
export function chanceOf(count: number, { mean, overdispersion }: CountLaw): number {
  if (mean <= 0) return count === 0 ? 1 : 0
  if (overdispersion < NEARLY_POISSON) {
    return Math.exp(count * Math.log(mean) - mean - logGamma(count + 1))
  }
  const size = 1 / overdispersion
  const scattered = logGamma(count + size) - logGamma(size) - logGamma(count + 1)
  return Math.exp(
    scattered - size * Math.log1p(mean / size) + count * Math.log(mean / (mean + size)),
  )
}

const NEARLY_POISSON = 1e-6
const NEGLIGIBLE = 1e-12

/**
 * P(N ≥ count) = I_p(count, 1/δ) with p = μδ / (1 + μδ), I the regularised incomplete beta function (Abramowitz and Stegun
 * 26.5.26): a few dozen steps where sums would take as many as there are counts.
 */
function tail(count: number, { mean, overdispersion }: CountLaw): number {
  const size = 1 / overdispersion
  const p = mean / (mean + size)
  const q = size / (mean + size)
  // The fraction is quick on this side of the mean; on the other the complement is.
  return p < (count + 1) / (count + size + 2)
    ? incompleteBeta(p, q, count, size)
    : 1 - incompleteBeta(q, p, size, count)
}

function incompleteBeta(x: number, y: number, a: number, b: number): number {
  const front = a * Math.log(x) + b * Math.log(y) - logBeta(a, b)
  return Math.min(1, (Math.exp(front) * betaFraction(x, a, b)) / a)
}

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b)

/** Continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8), by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / apart(1 - ((a + b) * x) / (a + 1))
  let product = d
  for (let m = 1; m < MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / apart(1 + even * d)
    c = apart(1 + even / c)
    product *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / apart(1 + odd * d)
    c = apart(1 + odd / c)
    product *= d * c
    if (Math.abs(d * c - 1) < NEGLIGIBLE) break
  }
  return product
}

const MOST_STEPS = 100_000
/** Never quite nothing: it is divided by. */
const apart = (n: number): number => (Math.abs(n) < 1e-300 ? 1e-300 : n)

/** From `count` upwards: each term is the one before times a ratio, until nothing more is added. */
function sumUp(count: number, law: CountLaw): number {
  let term = chanceOf(count, law)
  let sum = term
  for (let n = count; term > sum * NEGLIGIBLE; n++) {
    term *= ratio(n, law)
    sum += term
  }
  return Math.min(1, sum)
}

function sumDown(count: number, law: CountLaw): number {
  let term = chanceOf(count, law)
  let sum = term
  for (let n = count; n > 0 && term > sum * NEGLIGIBLE; n--) {
    term /= ratio(n - 1, law)
    sum += term
  }
  return Math.min(1, sum)
}

/** How much likelier n + 1 is than n. */
function ratio(n: number, { mean, overdispersion }: CountLaw): number {
  // The same law as `chanceOf`: between the two, sums of hundreds of terms would drift apart.
  const spread = overdispersion < NEARLY_POISSON ? 0 : overdispersion
  return (mean * (1 + n * spread)) / ((n + 1) * (1 + mean * spread))
}

/** Stirling's series, after moving up to where it holds (Abramowitz and Stegun, 6.1.41): exact to 10 digits. */
function logGamma(x: number): number {
  let shift = 0
  let z = x
  while (z < 10) shift -= Math.log(z++)
  const series = 1 / (12 * z) - 1 / (360 * z ** 3) + 1 / (1260 * z ** 5)
  return shift + (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series
}
