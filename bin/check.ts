import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Everything a change must pass: what `npm test` runs, and what only eyes would catch otherwise. */
const root = path.resolve(import.meta.dirname, '..')
const tool = (name: string) => path.join(root, 'node_modules/.bin', name)
const node = process.execPath
const say = (line: string) => process.stdout.write(`${line}\n`)

const steps: [string, string, string[]][] = [
  ['format', tool('oxfmt'), ['--check', '.']],
  ['lint', tool('oxlint'), ['--quiet', '--report-unused-disable-directives-severity=error', '.']],
  ['types', tool('tsc'), ['--noEmit']],
  ['translations', node, ['bin/checks/translations.ts']],
  ['server sentences', node, ['bin/checks/server-french.ts']],
  ['licences', node, ['bin/checks/licences.ts']],
  ['budgets', node, ['bin/checks/budgets.ts']],
  ['tests', node, ['bin/test.ts', ...process.argv.slice(2)]],
]

const failed: string[] = []
for (const [name, command, args] of steps) {
  say(`\n— ${name} —`)
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) failed.push(name)
}
largest()
say(failed.length === 0 ? '\nAll checks pass.' : `\nFailed: ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)

/** The ten longest files: not an error, but a question. */
function largest() {
  const { stdout } = spawnSync('git', ['ls-files', '*.ts', '*.tsx', '*.cjs'], {
    cwd: root,
    encoding: 'utf8',
  })
  const sizes = stdout
    .split('\n')
    .filter(Boolean)
    .map((file) => [readFileSync(path.join(root, file), 'utf8').split('\n').length, file] as const)
    .sort(([a], [b]) => b - a)
  say('\n— the ten longest files —')
  for (const [lines, file] of sizes.slice(0, 10)) say(`${String(lines).padStart(5)} ${file}`)
}
