import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Connector } from '../connector.ts'

/** Every rule of `quality.yaml`, by level. docs/connectors.md says what each one asks. */
export const qualityRules = {
  bronze: ['manifest-sourced', 'connects', 'publishes-once', 'five-failures', 'documented'],
  silver: ['real-server', 'inbox', 'metrics', 'preview', 'limits-from-network', 'spec-checked'],
  gold: ['listens', 'options', 'text-conformance', 'renews-access', 'answers'],
}

/** Everything a folder owes besides its code. */
export function folderRules({ manifest }: Connector, folder: string): void {
  const owed = ['README.md', 'quality.yaml', 'contract.ts', 'text.ts']
  if (manifest.capabilities.publish) owed.push('web/preview.tsx', 'web/index.ts')
  test.each(owed)('the folder has its %s', (file) => {
    expect(existsSync(path.join(folder, file))).toBe(true)
  })

  test('quality.yaml answers every rule, with a reason for what is not done', () => {
    const answers = readQuality(path.join(folder, 'quality.yaml'))
    expect(Object.keys(answers).toSorted()).toEqual(Object.values(qualityRules).flat().toSorted())
    for (const [rule, answer] of Object.entries(answers)) {
      expect(answer, rule).toMatch(/^(done|(todo|exempt): \S.+)$/)
    }
  })

  test('text.ts needs nothing of a server, for it runs in the browser too', () => {
    const code = readFileSync(path.join(folder, 'text.ts'), 'utf8')
    expect(code).not.toMatch(/from '(node:|zod|#platform)/)
  })
}

/** Reads the two-level list that `quality.yaml` is: `rule: done`, or `rule: 'todo: why'`. */
function readQuality(file: string): Record<string, string> {
  const lines = readFileSync(file, 'utf8').split('\n')
  const rules = lines.flatMap((line) => {
    const [, rule, answer] = /^ {2}([a-z-]+): (?:["'](.*)["']|done)$/.exec(line) ?? []
    return rule ? [[rule, answer ?? 'done']] : []
  })
  return Object.fromEntries(rules) as Record<string, string>
}
