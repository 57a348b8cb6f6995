import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** What the trainer writes and the reader reads: a line of JSON, then one signed byte per bucket and class. */
export interface LinearWeights {
  task: string
  language: string
  classes: string[]
  /** Of each of the two blocks (words, letters): a power of two. */
  buckets: number
  /** A byte's worth. */
  scale: number
  bias: number[]
  /** Of the lexicons' figures, a row of classes per figure. */
  dense: number[]
  /** Divides the scores before they become probabilities, so that 0.8 means right eight times in ten. */
  temperature: number
  /** Under which confidence the answer is "unsure"; one per class where the task is made of yes or no. */
  thresholds: number[]
  /** What it was trained on, for the model's card. */
  trainedOn: Record<string, number>
  table: Int8Array
}

const header = z.object({
  task: z.string(),
  language: z.string(),
  classes: z.array(z.string()).min(1),
  buckets: z.int().positive(),
  scale: z.number(),
  bias: z.array(z.number()),
  dense: z.array(z.number()),
  temperature: z.number().positive(),
  thresholds: z.array(z.number()),
  trainedOn: z.record(z.string(), z.number()),
})

const folder = path.join(import.meta.dirname, 'weights')

/** Reads `weights/<name>.bin`. Throws when the file is missing, short or of another form. */
export function readWeights(name: string): LinearWeights {
  const bytes = readFileSync(path.join(folder, `${name}.bin`))
  const end = bytes.indexOf(10)
  const head = header.parse(JSON.parse(bytes.subarray(0, end).toString('utf8')))
  const table = new Int8Array(new Uint8Array(bytes.subarray(end + 1)).buffer)
  const expected = head.buckets * 2 * head.classes.length
  if (table.length !== expected)
    throw new Error(`weights/${name}.bin holds ${table.length} weights instead of ${expected}`)
  return { ...head, table }
}

export function writeWeights(name: string, { table, ...head }: LinearWeights): void {
  const line = Buffer.from(`${JSON.stringify(header.parse(head))}\n`)
  writeFileSync(path.join(folder, `${name}.bin`), Buffer.concat([line, Buffer.from(table.buffer)]))
}
