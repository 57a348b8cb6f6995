import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'

/**
 * Writes the folder of a new network from the template: `bin/new-connector peertube "PeerTube"`. It loads, the
 * contract suite runs on it at once, and every failing test says what is left to write.
 */
const usage = `Usage: bin/new-connector <id> "<Name>"
  id    the folder's name: small letters, digits and dashes, beginning with a letter
  Name  as people write it`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  // For its own test: another place than src/connectors.
  options: { into: { type: 'string' } },
})
const [id = '', name = ''] = positionals
const root = path.resolve(import.meta.dirname, '..')
const folder = path.resolve(values.into ?? path.join(root, 'src/connectors'), id)

const wrong = whatIsWrong()
if (wrong) {
  process.stderr.write(`${wrong}\n${usage}\n`)
  process.exit(1)
}
writeFolder()
process.stdout.write(whatIsNext())

function whatIsWrong(): string | null {
  if (id === '' || name === '') return 'The id or the name is missing.'
  if (!/^[a-z][a-z0-9-]*$/.test(id)) return `“${id}” cannot be a folder's name.`
  if (!/^[\p{L}\p{N}][\p{L}\p{N} .&+-]*$/u.test(name))
    return `“${name}” cannot be a network's name.`
  if (existsSync(folder)) return `${path.relative(root, folder)} is there already.`
  return null
}

function writeFolder(): void {
  cpSync(path.join(import.meta.dirname, 'new-connector-template'), folder, { recursive: true })
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    writeFileSync(file, named(readFileSync(file, 'utf8')))
  }
}

function named(text: string): string {
  const camel = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  return text
    .replaceAll('newNetworkDouble', `${camel}Double`)
    .replaceAll('new-network', id)
    .replaceAll('New Network', name)
    .replaceAll(
      "stamp: 'NN'",
      `stamp: '${name
        .replace(/[^\p{L}\p{N}]/gu, '')
        .slice(0, 2)
        .toUpperCase()}'`,
    )
}

function whatIsNext(): string {
  const here = path.relative(root, folder)
  return `${here} is written. What is left, in this order (docs/connectors.md):
  1. manifest.ts     limits, each with the page and the day it was read
  2. fixtures/       answers recorded from the real network, scrubbed
  3. double.ts       the network in memory, from those answers
  4. connect.ts  publish.ts  inbox.ts  metrics.ts  text.ts
  5. web/preview.tsx, README.md, quality.yaml
Every failing test names the next thing to write:
  npm test -- src/connectors/_contract -t "${name}"
`
}
