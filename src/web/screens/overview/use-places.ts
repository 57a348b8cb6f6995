import { useFormat } from '#web/ui/index.ts'

/** How the places of a chart's axis are written: a day, or an hour of the company's clock. */
export function usePlaces() {
  const f = useFormat()
  return {
    short: (at: string) => (at.endsWith('T00:00') || !at.includes('T') ? f.day(at) : at.slice(11)),
    long: (at: string) => (at.includes('T') ? `${f.longDay(at)}, ${at.slice(11)}` : f.longDay(at)),
  }
}

/** As many places as have room for their words, evenly spread from the first. */
export function written<T>(points: readonly T[], width: number): number[] {
  const step = Math.max(1, Math.ceil(points.length / Math.max(2, Math.floor(width / 90))))
  return points.flatMap((_, rank) => (rank % step === 0 ? [rank] : []))
}
