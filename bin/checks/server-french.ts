import { readFileSync, globSync } from 'node:fs'
import path from 'node:path'
import { frenchFaults } from './french-typography.ts'

/** French typography of the sentences that live beside the server's code: every `fr: '…'` under `src`; commands and queries quoted in them are left alone. */
const root = path.resolve(import.meta.dirname, '../..')
const SENTENCE = /\bfr:\s*(?:'((?:[^'\\\n]|\\.)*)'|`([^`]*)`)/g

const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter(
  (file) => !/\.test\.tsx?$/.test(file),
)
const faults = files.flatMap((file) =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(SENTENCE)].flatMap(
    ([, plain, template]) => {
      const sentence = (plain ?? template ?? '').replace(/\$?\{[^}]*\}|"[^"]*"/g, 'x')
      return frenchFaults(sentence).map((fault) => `${file}: “${plain ?? template}”: ${fault}`)
    },
  ),
)
for (const fault of faults) process.stdout.write(`${fault}\n`)
process.stdout.write(
  faults.length === 0 ? 'Server sentences: French set as French.\n' : `${faults.length} to mend.\n`,
)
process.exit(faults.length === 0 ? 0 : 1)
