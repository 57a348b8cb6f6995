import { useFormat } from '#web/ui/index.ts'

/** How the places of a chart's axis are written: a day, or an hour of the company's clock. */
export function usePlaces() {
  const f = useFormat()
  return {
    short: (at: string) => (at.endsWith('T00:00') || !at.includes('T') ? f.day(at) : at.slice(11)),
    long: (at: string) => (at.includes('T') ? `${f.longDay(at)}, ${at.slice(11)}` : f.longDay(at)),
  }
}

/** As many places as have room for their words, evenly spread from the first; of hours, those that begin a day. */
export function written(points: readonly { at: string }[], width: number): number[] {
  const places = points.flatMap(({ at }, rank) =>
    at.includes('T') && !at.endsWith('T00:00') ? [] : [rank],
  )
  const step = Math.max(1, Math.ceil(places.length / Math.max(2, Math.floor(width / 80))))
  return places.filter((_, rank) => rank % step === 0)
}
