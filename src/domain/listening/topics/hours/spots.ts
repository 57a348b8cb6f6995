import type { Hour } from './hour.ts'

/** Where some posts stand: the hour of each, its place there, and when it was written. */
export interface Spots {
  length: number
  hour: Int32Array
  place: Int32Array
  at: Float64Array
}

/** The posts counted of a stretch of time, as they come. @param counted 1 for each post of each hour that is counted */
export function spotsWithin(
  hours: readonly Hour[],
  counted: readonly Uint8Array[],
  since: number,
  until: number,
): Spots {
  const most = hours.reduce((sum, { packed }) => sum + packed.at.length, 0)
  const [hour, place, when] = [new Int32Array(most), new Int32Array(most), new Float64Array(most)]
  let length = 0
  for (const [number, { packed }] of hours.entries()) {
    for (let i = 0; i < packed.at.length; i++) {
      const at = packed.at[i] ?? 0
      if (at < since || at >= until || !counted[number]?.[i]) continue
      hour[length] = number
      place[length] = i
      when[length] = at
      length++
    }
  }
  return { length, hour, place, at: when }
}

/** The latest of them, the very latest first. */
export function latestOf({ length, hour, place, at }: Spots, most: number): Spots {
  const order = Int32Array.from({ length }, (_, i) => i)
    .sort((a, b) => (at[b] ?? 0) - (at[a] ?? 0))
    .subarray(0, most)
  return {
    length: order.length,
    hour: order.map((i) => hour[i] ?? 0),
    place: order.map((i) => place[i] ?? 0),
    at: Float64Array.from(order, (i) => at[i] ?? 0),
  }
}
