import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** Weights of the built screens, in kB gzipped, against what we allow ourselves. */
const BUDGET = { firstJs: 170, screenJs: 40, css: 12, fonts: 95, wire: 280 }

interface Chunk {
  file: string
  isEntry?: boolean
  isDynamicEntry?: boolean
  imports?: string[]
  css?: string[]
  src?: string
}

const root = path.resolve(import.meta.dirname, '../..')
const dist = path.join(root, 'dist/web')
const manifestFile = path.join(dist, '.vite/manifest.json')

if (!existsSync(manifestFile)) {
  process.stderr.write('The web is not built: run npm start or npm test once.\n')
  process.exit(1)
}
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, Chunk>
const entry = Object.entries(manifest).find(([, chunk]) => chunk.isEntry)?.[0] ?? ''
const first = closure(entry)
const screens = Object.entries(manifest).filter(([key]) =>
  /screens\/[^/]+\/.*screen\.tsx$/.test(key),
)
const calendar = screens.find(([key]) => key.includes('screens/calendar/'))?.[0]
const firstScreen = calendar ? union(first, closure(calendar)) : first

const rows: [string, number, number][] = [
  ['first screen, JavaScript', js(firstScreen), BUDGET.firstJs],
  ['first screen, CSS', css(firstScreen), BUDGET.css],
  ['fonts', fonts(), BUDGET.fonts],
  ['first screen, all on the wire', js(firstScreen) + css(firstScreen) + fonts(), BUDGET.wire],
  ...screens
    .filter(([key]) => key !== calendar)
    .map(([key]): [string, number, number] => [
      `further: ${/screens\/([^/]+)/.exec(key)?.[1]}`,
      js(minus(closure(key), firstScreen)),
      BUDGET.screenJs,
    ]),
]
for (const [what, kB, allowed] of rows) {
  process.stdout.write(`${kB > allowed ? '✗' : '✓'} ${what}: ${kB.toFixed(1)} kB of ${allowed}\n`)
}
process.exit(rows.some(([, kB, allowed]) => kB > allowed) ? 1 : 0)

/** A chunk and all it imports at once. */
function closure(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key) || !manifest[key]) return seen
  seen.add(key)
  for (const next of manifest[key].imports ?? []) closure(next, seen)
  return seen
}

function union(a: Set<string>, b: Set<string>) {
  return new Set([...a, ...b])
}

function minus(a: Set<string>, b: Set<string>) {
  return new Set([...a].filter((key) => !b.has(key)))
}

function js(keys: Set<string>): number {
  return total(
    [...keys].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js')),
  )
}

function css(keys: Set<string>): number {
  return total([...new Set([...keys].flatMap((key) => manifest[key]?.css ?? []))])
}

/** Fonts are compressed already: their size is what travels. Letters beyond Latin-1 load only when one appears. */
function fonts(): number {
  const folder = path.join(dist, 'assets')
  const sizes = readdirSync(folder)
    .filter((name) => name.endsWith('.woff2') && !name.includes('latin-ext'))
    .map((name) => statSync(path.join(folder, name)).size)
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}

function total(files: string[]): number {
  return (
    files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(dist, file))).length, 0) /
    1000
  )
}
