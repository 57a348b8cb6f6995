import { BUDGETS, deskRings, episodesOnly, scoreOfRings } from './desk-law.ts'
import { ewmaDistance, windowedGaussian } from './anchors.ts'
import { newPeaks, strangeness } from './contexts.ts'
import { readSeries, scoreAtBest, type Score, type Series } from './nab.ts'

/** A day of five-minute points. */
const DAY = 288

type Detector = (series: Series) => number[]

const known: Detector = ({ values }) =>
  strangeness(values, [Math.min(...values), Math.max(...values)])
const learnt: Detector = ({ values }) => strangeness(values, null)
const peaks =
  (detector: Detector, within: number): Detector =>
  (series) =>
    newPeaks(detector(series), within)

/** Scores of everything on NAB's Twitter series, the threshold of each detector set as NAB sets it. */
export function nabTable(folder: string) {
  const all = readSeries(folder, 'realTweets')
  const score = (detector: Detector) => scoreAtBest(all, all.map(detector))
  return {
    ours: {
      ...deskLaw(all),
      'contexts, new peaks of a day': short(score(peaks(known, DAY))),
      'the same, threshold set on the nine other series': othersThreshold(all, peaks(known, DAY)),
      'the same, a quarter of a day': short(score(peaks(known, DAY / 4))),
      'the same, half a day': short(score(peaks(known, DAY / 2))),
      'the same, two days': short(score(peaks(known, 2 * DAY))),
      'the same, without new peaks': short(score(known)),
      'contexts, new peaks of a day, range learnt as it goes': short(score(peaks(learnt, DAY))),
    },
    anchors: {
      'windowed Gaussian': short(score(({ values }) => windowedGaussian(values))),
      'windowed Gaussian, new peaks of a day': short(
        score(peaks(({ values }) => windowedGaussian(values), DAY)),
      ),
      'EWMA distance': short(score(({ values }) => ewmaDistance(values))),
      'EWMA distance, new peaks of a day': short(
        score(peaks(({ values }) => ewmaDistance(values), DAY)),
      ),
      'CAD-OSE (published, not run here)': 74.5,
    },
  }
}

/** The desk's own detector, one alert an episode, at each budget; which of them suits NAB best was thus seen. */
function deskLaw(all: readonly Series[]): Record<string, string> {
  return Object.fromEntries(
    BUDGETS.map((perMonth) => {
      const episodes = all.map((series) => episodesOnly(deskRings(series, perMonth)))
      return [`the desk's law, budget ${perMonth} a month`, short(scoreOfRings(all, episodes))]
    }),
  )
}

/** Each series scored at the threshold that suits the nine others: what is left when nothing of it was seen. */
function othersThreshold(all: readonly Series[], detector: Detector): number {
  const anomaly = all.map(detector)
  let raw = 0
  let windows = 0
  all.forEach((series, i) => {
    const others = all.toSpliced(i, 1)
    const { threshold } = scoreAtBest(others, anomaly.toSpliced(i, 1))
    const flagged = (anomaly[i] ?? []).map((surprise) => (surprise >= threshold ? 1 : 0))
    raw += scoreAtBest([series], [flagged], 1).score * series.windows.length
    windows += series.windows.length
  })
  return Math.round((raw / windows) * 10) / 10
}

const short = ({ score, windowsFound, windows, falsePoints }: Score): string =>
  `${score.toFixed(1)} (${windowsFound} of ${windows} windows, ${falsePoints} false points)`
