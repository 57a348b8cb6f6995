/** Relative change under which a series or a continued fraction has converged. */
const PRECISION = 1e-15
const TINY = 1e-300
const MOST_TERMS = 1_000_000

/**
 * ln Γ(x) for x > 0, to about 15 digits: C. Lanczos's approximation (SIAM J. Numer. Anal. 1, 1964)
 * with the coefficients g = 7, n = 9 of P. Godfrey (2001).
 */
export function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x)
  const t = x + 6.5
  const sum = lanczos.reduce((total, c, i) => total + c / (x + i), 0.999_999_999_999_809_93)
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

const lanczos = [
  676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_13, -176.615_029_162_140_59,
  12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6,
  1.505_632_735_149_311_6e-7,
]

/**
 * P(a, x), the regularised lower incomplete gamma function: the probability that a Gamma(a, 1)
 * variable is at most x. Series below a + 1 (NIST DLMF 8.11.4), continued fraction above (8.9.2).
 */
export function gammaP(a: number, x: number): number {
  if (x <= 0) return 0
  if (x === Infinity) return 1
  const scale = Math.exp(a * Math.log(x) - x - lnGamma(a))
  return x < a + 1 ? scale * gammaSeries(a, x) : 1 - scale * gammaFraction(a, x)
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < MOST_TERMS && term > sum * PRECISION; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

function gammaFraction(a: number, x: number): number {
  return lentz(x + 1 - a, (n) => ({ a: -n * (n - a), b: x + 2 * n + 1 - a }))
}

/**
 * I_x(a, b), the regularised incomplete beta function: the probability that a Beta(a, b) variable
 * is at most x. Continued fraction of NIST DLMF 8.17.22, on the side where it converges quickly.
 */
export function betaI(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaI(1 - x, b, a)
  const lnScale = lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x)
  return (Math.exp(lnScale) / a) * lentz(1, (n) => ({ a: betaTerm(n, x, a, b), b: 1 }))
}

function betaTerm(n: number, x: number, a: number, b: number): number {
  const m = Math.floor(n / 2)
  return n % 2 === 0
    ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
}

/** 1 / (b₀ + a₁/(b₁ + a₂/(b₂ + …))) by the modified Lentz method (Thompson & Barnett 1986). */
function lentz(first: number, term: (n: number) => { a: number; b: number }): number {
  let value = first || TINY
  let c = value
  let d = 0
  for (let n = 1; n < MOST_TERMS; n++) {
    const { a, b } = term(n)
    d = 1 / (b + a * d || TINY)
    c = b + a / c || TINY
    value *= c * d
    if (Math.abs(c * d - 1) < PRECISION) break
  }
  return 1 / value
}
