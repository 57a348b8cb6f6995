import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Connector } from '../connector.ts'
import type { ContractKit } from './kit.ts'
import { qualityRules, readQuality, unproved } from './quality.ts'

/** Everything a folder owes besides its code. */
export function folderRules(connector: Connector, kit: ContractKit | null, folder: string): void {
  const { manifest } = connector
  const owed = ['README.md', 'quality.yaml', 'contract.ts', 'text.ts']
  if (manifest.capabilities.publish) owed.push('web/preview.tsx', 'web/index.ts')
  test.each(owed)('the folder has its %s', (file) => {
    expect(existsSync(path.join(folder, file))).toBe(true)
  })

  test('quality.yaml answers every rule, with a reason for what is not done', () => {
    const answers = readQuality(folder)
    expect(Object.keys(answers).toSorted()).toEqual(Object.values(qualityRules).flat().toSorted())
    for (const [rule, answer] of Object.entries(answers)) {
      expect(answer, rule).toMatch(/^(done|(todo|exempt): \S.+)$/)
    }
    // A network that nothing protects from a second post owes people the reason.
    const isUnprotected = manifest.capabilities.publish && manifest.idempotency === 'none'
    if (isUnprotected) expect(answers['publishes-once']).toMatch(/^exempt: /)
  })

  test('what quality.yaml calls done has its tests in the folder', () => {
    expect(unproved(connector, kit, folder)).toEqual([])
  })

  test('text.ts needs nothing of a server, for it runs in the browser too', () => {
    const code = readFileSync(path.join(folder, 'text.ts'), 'utf8')
    expect(code).not.toMatch(/from '(node:|zod|#platform)/)
  })
}
