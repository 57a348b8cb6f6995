import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { wants } from './names.ts'
import { readWeights } from './weights.ts'

it('ships models of three classes and of ten wants, under 3 MB in all', () => {
  const folder = path.join(import.meta.dirname, 'weights')
  const sizes = readdirSync(folder).map((name) => statSync(path.join(folder, name)).size)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000)
  for (const language of ['fr', 'en'])
    expect(readWeights(`sentiment-${language}`).classes).toEqual([
      'negative',
      'neutral',
      'positive',
    ])
  expect(readWeights('wants').classes).toEqual([...wants])
})

it('refuses a model that is not there', () => {
  expect(() => readWeights('sentiment-xx')).toThrow(/sentiment-xx/)
})
