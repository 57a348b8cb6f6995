import { ewmaDistance, windowedGaussian } from './anchors.ts'
import { newPeaks, strangeness } from './contexts.ts'
import { BUDGETS, liveThrough, toldBy } from './desk-law.ts'
import { readSeries, scoreAtBest, type Score, type Series } from './nab.ts'

/** A day of five-minute points. */
const DAY = 288

type Detector = (series: Series) => number[]

const known: Detector = ({ values }) =>
  strangeness(values, [Math.min(...values), Math.max(...values)])
const learnt: Detector = ({ values }) => strangeness(values, null)
const peaks =
  (detector: Detector): Detector =>
  (series) =>
    newPeaks(detector(series), DAY)

/** Scores of everything on NAB's Twitter series: the desk at budgets that people can choose, the others at their best threshold. */
export function nabTable(folder: string) {
  const all = readSeries(folder, 'realTweets')
  const score = (detector: Detector) => short(scoreAtBest(all, all.map(detector)))
  return {
    ours: deskLaw(all),
    anchors: {
      'contexts, new peaks of a day, range known beforehand': score(peaks(known)),
      'the same, range learnt as it goes': score(peaks(learnt)),
      'windowed Gaussian': score(({ values }) => windowedGaussian(values)),
      'windowed Gaussian, new peaks of a day': score(
        peaks(({ values }) => windowedGaussian(values)),
      ),
      'EWMA distance': score(({ values }) => ewmaDistance(values)),
      'EWMA distance, new peaks of a day': score(peaks(({ values }) => ewmaDistance(values))),
      'CAD-OSE (published, not run here)': 74.5,
    },
  }
}

/** The desk's own law at each budget; with each series at the budget that suits the nine others; and each series by itself. */
function deskLaw(all: readonly Series[]): Record<string, string | number> {
  const lived = all.map(liveThrough)
  const told = BUDGETS.map((perMonth) => ({
    perMonth,
    episodes: lived.map((one) => toldBy(one, perMonth, false)),
    growth: lived.map((one) => toldBy(one, perMonth, true)),
  }))
  const scored = told.map(({ perMonth, episodes, growth }) => ({
    perMonth,
    episodes,
    of: scoreAtBest(all, episodes, 1),
    growth: scoreAtBest(all, growth, 1),
  }))
  const best = scored.toSorted((a, b) => b.of.score - a.of.score)[0]
  return {
    ...Object.fromEntries(
      scored.flatMap(({ perMonth, of, growth }) => [
        [`the desk, budget ${perMonth} a month`, short(of)],
        [`the desk, budget ${perMonth} a month, growth told too`, short(growth)],
      ]),
    ),
    'the desk, each series at the budget of the nine others': atOthersBudget(all, scored),
    ...Object.fromEntries(
      all.map((series, i) => [
        `${series.name.slice(26, -4)} at ${best?.perMonth} a month`,
        short(scoreAtBest([series], [best?.episodes[i] ?? []], 1)),
      ]),
    ),
  }
}

/** What is left when nothing of a series was seen. */
function atOthersBudget(all: readonly Series[], scored: readonly { episodes: number[][] }[]) {
  let raw = 0
  let windows = 0
  all.forEach((series, i) => {
    const others = all.toSpliced(i, 1)
    const [best] = scored
      .map(({ episodes }) => ({
        own: episodes[i] ?? [],
        score: scoreAtBest(others, episodes.toSpliced(i, 1), 1).score,
      }))
      .toSorted((a, b) => b.score - a.score)
    raw += scoreAtBest([series], [best?.own ?? []], 1).score * series.windows.length
    windows += series.windows.length
  })
  return Math.round((raw / windows) * 10) / 10
}

const short = ({ score, windowsFound, windows, falsePoints }: Score): string =>
  `${score.toFixed(1)} (${windowsFound} of ${windows} windows, ${falsePoints} false points)`
