import { existsSync } from 'node:fs'
import path from 'node:path'
import { readLanguages } from '#domain/listening/signals/names.ts'
import { writeWeights } from '#domain/listening/signals/weights.ts'
import { trainSentiment } from './signals/train-sentiment.ts'
import { trainWants } from './signals/train-wants.ts'

/**
 * Trains every model of src/domain/listening/signals again, without any draw at random:
 *     node tools/train-signals.ts <folder with goemotions/ and xed/>
 */
const folder = process.argv[2] ?? path.join(import.meta.dirname, '../data/signals')
const missing = ['goemotions/data/original/train.tsv', 'xed/AnnotatedData/en-annotated.tsv'].filter(
  (file) => !existsSync(path.join(folder, file)),
)
if (missing.length > 0) {
  process.stderr.write(
    `${folder} lacks ${missing.join(' and ')}. Bring them there with:\n` +
      `  git clone https://github.com/monologg/GoEmotions-pytorch ${folder}/goemotions && git -C ${folder}/goemotions checkout b75f9d3\n` +
      `  git clone https://github.com/Helsinki-NLP/XED ${folder}/xed && git -C ${folder}/xed checkout 76666d2\n`,
  )
  process.exit(1)
}
for (const language of readLanguages) {
  const started = performance.now()
  const weights = trainSentiment(language, folder)
  writeWeights(`sentiment-${language}`, weights)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  process.stdout.write(
    `sentiment-${language}: ${seconds} s, temperature ${weights.temperature}, unsure under ${weights.thresholds.join()}\n`,
  )
}
writeWeights('wants', trainWants(folder))
