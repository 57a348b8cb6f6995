import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** What a bench prints: its figures, and the same figures of what it is compared to, from the same run. */
export interface BenchResult {
  figures: Record<string, number | string | null>
  against: Record<string, number | string | null>
}

/** A folder of `bench/` holds an `index.ts` that exports `run`. */
export interface Bench {
  run(args: string[]): Promise<BenchResult>
}

const [name = '', ...args] = process.argv.slice(2).filter((argument) => argument !== '--')
const benches = readdirSync(import.meta.dirname).filter((entry) =>
  existsSync(path.join(import.meta.dirname, entry, 'index.ts')),
)
if (!benches.includes(name)) {
  process.stderr.write(`Say which: npm run bench -- ${benches.join(' | ')}\n`)
  process.exit(1)
}
const bench = (await import(
  pathToFileURL(path.join(import.meta.dirname, name, 'index.ts')).href
)) as Bench
const { figures, against } = await bench.run(args)
process.stdout.write(`${JSON.stringify({ bench: name, figures, against })}\n`)
process.exit(0)
