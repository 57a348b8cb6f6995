import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const answer = z.object({
  language: z.string(),
  sentiment: z.enum(['negative', 'neutral', 'positive', 'unsure']),
  confidence: z.number(),
  intents: z.array(z.string()),
  risks: z.array(z.string()),
  words: z.record(z.string(), z.array(z.string())),
})

const ask = (input: string | Buffer, ...args: string[]) => {
  const run = spawnSync(process.execPath, [path.join(import.meta.dirname, 'text.ts'), ...args], {
    input,
  })
  expect(run.status, run.stderr.toString()).toBe(0)
  return run.stdout
    .toString()
    .split('\n')
    .slice(0, -1)
    .map((line) => answer.parse(JSON.parse(line)))
}

describe('bin/text', () => {
  it('answers line n with line n, whatever the lines hold', () => {
    const nonsense = Buffer.concat([
      Buffer.from('Ravie de ma chaise Atelier Morel, merci Sofia !\n\n'),
      Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28, 0x0a]),
      Buffer.from(`${'nul '.repeat(50_000)}\n`),
      Buffer.from('The delivery was awful, never again'),
    ])
    const read = ask(nonsense)
    expect(read.map(({ sentiment }) => sentiment)).toEqual([
      'positive',
      'unsure',
      'unsure',
      expect.anything(),
      'negative',
    ])
  })

  it('answers nothing to nothing', () => {
    expect(ask('')).toEqual([])
  })

  it('streams: more than fits in a pipe comes out whole', () => {
    expect(ask('Je cherche une table en chêne\n'.repeat(3000))).toHaveLength(3000)
  })
})
