import { existsSync } from 'node:fs'
import path from 'node:path'
import type { BenchResult } from '../run.ts'
import { corrections } from './corrections.ts'
import { duplicates } from './duplicates.ts'
import { languages } from './languages.ts'
import { opinion } from './opinion.ts'
import { terms } from './terms.ts'
import { wants } from './wants.ts'

/**
 * What the signals of a post are worth: scores in per cent, speeds per second of CPU, beside what they are compared to, in
 * one run:
 *     npm run bench -- signals [folder]
 * Without a folder: our own held-out posts. With one: the test posts it holds in `umsab/<language>/{val,test}_{text,labels}.txt`
 * (cardiffnlp/xlm-t, never trained or tuned on), and `goemotions/` for the near-duplicates and for corrections.
 */
export async function run(args: string[]): Promise<BenchResult> {
  const given = args[0] === undefined ? undefined : path.resolve(args[0])
  const folder = given !== undefined && existsSync(given) ? given : undefined
  const parts = [
    opinion(folder),
    wants(),
    corrections(folder),
    languages(folder),
    duplicates(folder),
    terms(),
  ]
  const figures: BenchResult['figures'] = {}
  const against: BenchResult['against'] = {}
  for (const part of parts) {
    Object.assign(figures, part.figures)
    Object.assign(against, part.against)
  }
  return { figures, against }
}
