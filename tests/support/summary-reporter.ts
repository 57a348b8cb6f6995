import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** What a run came to, for the one line at the end. */
export interface Summary {
  passed: number
  failed: number
  skipped: number
  /** Tests that passed when they were tried once more: a wait of theirs had run out (`vitest.config.ts`). */
  again: string[]
  /** Why tests were skipped, each reason once with how many it took along. */
  reasons: Record<string, number>
}

/** A run of which nothing is known yet. */
export const NOTHING: Readonly<Summary> = {
  passed: 0,
  failed: 0,
  skipped: 0,
  again: [],
  reasons: {},
}

/** Writes the counts of a run, and the reason of every skip, to the file named by `VIGIE_TEST_SUMMARY`. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const summary: Summary = { ...NOTHING, failed: errors.length, again: [], reasons: {} }
    for (const module of modules) count(module, summary)
    const file = process.env['VIGIE_TEST_SUMMARY']
    if (file) writeFileSync(file, JSON.stringify(summary))
  }
}

function count(module: TestModule, summary: Summary) {
  let tests = 0
  for (const test of module.children.allTests()) {
    tests++
    const result = test.result()
    if (result.state === 'passed') {
      summary.passed++
      if (test.diagnostic()?.flaky) summary.again.push(`${module.relativeModuleId} > ${test.name}`)
    } else if (result.state === 'failed') summary.failed++
    else {
      summary.skipped++
      const reason =
        (result.state === 'skipped' && result.note) || `no reason given: ${test.fullName}`
      summary.reasons[reason] = (summary.reasons[reason] ?? 0) + 1
    }
  }
  // A file that could not even be read holds no test, and must not pass for that.
  if (module.errors().length > 0 || (tests === 0 && module.state() === 'failed')) summary.failed++
}
