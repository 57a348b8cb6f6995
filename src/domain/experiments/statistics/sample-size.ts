import { normalQuantile } from './normal.ts'

/** How often the planned number of events lets a real difference be seen: four times in five. */
const POWER = 0.8

/**
 * How many events (clicks, likes…) of both versions together are needed to see a difference, by the
 * Wald test of the logarithm of a ratio of two Poisson rates: N = (z_c + z_power)² (1/p + 1/q) φ / d²,
 * as var(ln ratio) ≈ 1/count_A + 1/count_B (Gu, Ng, Tang & Schucany, Biometrical Journal 50, 2008;
 * Signorini, Biometrika 78, 1991).
 * @param effect relative difference to be seen, 0.2 for 20 %
 * @param certainty level of the interval that must exclude "no difference", 0.95
 * @param shareOfB part of the events that would be B's if the versions were worth the same
 * @param dispersion see `measureDispersion`
 */
export function eventsNeeded({
  effect,
  certainty,
  shareOfB = 0.5,
  dispersion = 1,
}: {
  effect: number
  certainty: number
  shareOfB?: number
  dispersion?: number
}): number {
  return eventsForDistance({ distance: Math.log1p(effect), certainty, shareOfB, dispersion })
}

/** The same, for a distance between the logarithms of the two figures. */
export function eventsForDistance({
  distance,
  certainty,
  shareOfB,
  dispersion,
}: {
  distance: number
  certainty: number
  shareOfB: number
  dispersion: number
}): number {
  const z = normalQuantile((1 + certainty) / 2) + normalQuantile(POWER)
  const spread = 1 / shareOfB + 1 / (1 - shareOfB)
  return Math.ceil((z ** 2 * spread * dispersion) / distance ** 2)
}
