import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/**
 * The Numenta Anomaly Benchmark's scoring, written anew from its paper (Lavin and Ahmad 2015, arXiv:1510.03336,
 * section II) and white paper; “standard” profile: a window found is worth 1, lost −1, a false alarm costs 0.11.
 */
export const profile = { found: 1, lost: 1, falseAlarm: 0.11 }

/** Of each series nothing is scored in the first 15 %, 750 points at most: the time to learn. */
const LEARNING = { share: 0.15, atMost: 750 }

export interface Series {
  name: string
  at: string[]
  values: number[]
  /** First and last index of each labelled window. */
  windows: [number, number][]
  /** Index of the first point that counts. */
  scoredFrom: number
}

export interface Score {
  /** 0 for a detector that never speaks, 100 for a perfect one. */
  score: number
  threshold: number
  windowsFound: number
  windows: number
  falsePoints: number
}

/** @throws when the folder does not hold the series with their labels */
export function readSeries(folder: string, kind: string): Series[] {
  const labels = z
    .record(z.string(), z.array(z.tuple([z.string(), z.string()])))
    .parse(JSON.parse(readFileSync(path.join(folder, 'labels/combined_windows.json'), 'utf8')))
  return Object.entries(labels)
    .filter(([name]) => name.startsWith(`${kind}/`))
    .map(([name, windows]) => oneSeries(folder, name, windows))
}

/**
 * The score at the one threshold, common to all series, that suits the detector best: so does NAB (its
 * “optimise” step). Points that share a score cross the threshold together.
 * @param anomaly per series, one number per point, the greater the stranger
 * @param only score at this threshold instead of the best one
 */
export function scoreAtBest(
  all: readonly Series[],
  anomaly: readonly number[][],
  only?: number,
): Score {
  const points = all
    .flatMap((series, i) => worthOf(series).map((w) => ({ ...w, of: anomaly[i]?.[w.index] ?? 0 })))
    .toSorted((a, b) => b.of - a.of)
  const windows = all.reduce((sum, series) => sum + series.windows.length, 0)
  const gained = new Map<string, number>()
  const raw = { total: -windows * profile.lost, falsePoints: 0 }
  let best: Score = { score: 0, threshold: Infinity, windowsFound: 0, windows, falsePoints: 0 }
  points.forEach((point, i) => {
    if (point.window === null) {
      raw.total += point.worth * profile.falseAlarm
      raw.falsePoints++
    } else {
      const before = gained.get(point.window) ?? -profile.lost
      const after = Math.max(before, point.worth * profile.found)
      gained.set(point.window, after)
      raw.total += after - before
    }
    if (points[i + 1]?.of === point.of) return
    const score =
      (100 * (raw.total + windows * profile.lost)) / (windows * (profile.found + profile.lost))
    if (only === undefined ? score > best.score : point.of === only)
      best = {
        score,
        threshold: point.of,
        windowsFound: gained.size,
        windows,
        falsePoints: raw.falsePoints,
      }
  })
  return best
}

function oneSeries(folder: string, name: string, windows: [string, string][]): Series {
  const rows = readFileSync(path.join(folder, 'data', name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(','))
  const at = rows.map(([instant = '']) => instant)
  const index = (instant: string) => at.indexOf(instant.slice(0, 19))
  return {
    name,
    at,
    values: rows.map(([, value]) => Number(value)),
    windows: windows.map(([from, to]): [number, number] => [index(from), index(to)]),
    scoredFrom: Math.min(Math.floor(LEARNING.share * rows.length), LEARNING.atMost),
  }
}

/** What speaking at each point is worth: in a window, the earlier the better; outside, the farther behind one the worse. */
function worthOf(series: Series): { index: number; window: string | null; worth: number }[] {
  const full = sigmoid(-1)
  return series.values
    .map((_, index) => {
      const within = series.windows.find(([from, to]) => index >= from && index <= to)
      if (within) {
        const [from, to] = within
        const place = -(to - index + 1) / (to - from + 1)
        return { index, window: `${series.name} ${from}`, worth: sigmoid(place) / full }
      }
      const behind = series.windows.findLast(([, to]) => to < index)
      const place = behind ? (index - behind[1]) / (behind[1] - behind[0]) : 3
      return { index, window: null, worth: place >= 3 ? -1 : sigmoid(place) }
    })
    .filter(({ index }) => index >= series.scoredFrom)
}

function sigmoid(place: number): number {
  return 2 / (1 + Math.exp(5 * place)) - 1
}
