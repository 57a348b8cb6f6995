import type { BenchResult } from '../run.ts'
import { nabTable } from './nab-table.ts'
import { quietMonths, stagedCrises } from './quiet.ts'
import { practiceNetwork } from './sandbox.ts'

/**
 * How good alerts are: on NAB's Twitter series (`npm run bench -- alerts <folder of NAB>`), on calm series, and on staged
 * crises. Machine-independent but for the time it takes: everything is drawn from fixed seeds.
 */
export async function run(args: string[]): Promise<BenchResult> {
  const [folder] = args
  const nab = folder ? nabTable(folder) : null
  const quiet = quietMonths(12)
  const staged = practiceNetwork(40)
  return {
    figures: {
      ...named('NAB realTweets: ', nab?.ours ?? {}),
      ...named('false alarms a month, budget 1: ', quiet.ours),
      ...named('time to alert: ', stagedCrises(20)),
      ...staged.ours,
    },
    against: {
      ...named('NAB realTweets: ', nab?.anchors ?? {}),
      ...named('false alarms a month, mean + 3 deviations: ', quiet.rule),
      ...named('mean + 3 deviations: ', staged.rule),
    },
  }
}

const named = <T>(prefix: string, figures: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [prefix + name, figure]))
