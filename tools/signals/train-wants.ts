import { cuesIn } from '#domain/listening/signals/cues.ts'
import { withCues } from '#domain/listening/signals/intents.ts'
import { wants } from '#domain/listening/signals/names.ts'
import { LinearModel, type Reading } from '#domain/listening/signals/linear-model.ts'
import { readingOf } from '#domain/listening/signals/reading.ts'
import type { LinearWeights } from '#domain/listening/signals/weights.ts'
import { roll, seed } from '#domain/listening/signals/words/hash.ts'
import { opinionsOfOthers } from './opinions-of-others.ts'
import { ownPosts } from './corpus.ts'
import { isHeldOut } from './held-out.ts'
import { rowsOf } from './rows.ts'
import { fitSoftmax, type Parameters, quantise } from './softmax.ts'

const wantsFit = { penalty: 0.5, densePenalty: 0.05, rounds: 30, buckets: 16_384 }
const folds = 3
/** Where F1 hardly moves, its best place is chance: the middle of those within a point of it moves less. */
const near = 0.01

interface Post {
  text: string
  reading: Reading
  labels: readonly string[]
}

/**
 * Intents and risks: one yes-or-no regression each, over both languages at once, on nine tenths of our corpus. Thresholds
 * are the middle of those within a point of the best F1 over three folds of the same nine tenths.
 */
export function trainWants(folder: string): LinearWeights {
  const posts = (['fr', 'en'] as const)
    .flatMap((language) => {
      const opinions = opinionsOfOthers(language, folder)
      return ownPosts(language).map(({ text, intents, risks }) => {
        const reading = readingOf(text, language)
        const opinion = opinions.get(text) ?? [0, 0, 0]
        return {
          text,
          reading: withCues(reading, cuesIn(reading.tokens, language), opinion),
          labels: [...intents, ...risks],
        }
      })
    })
    .filter(({ text }) => !isHeldOut(text))
  return { ...fittedWants(posts), thresholds: thresholdsOf(posts) }
}

function fittedWants(posts: readonly Post[]): LinearWeights {
  const rows = rowsOf(
    posts.map(({ reading }) => reading),
    wantsFit.buckets,
    true,
  )
  const fits = wants.map((want) =>
    fitSoftmax(
      {
        rows,
        labels: Int32Array.from(posts, ({ labels }) => (labels.includes(want) ? 1 : 0)),
        weights: new Float64Array(posts.length).fill(1),
        sources: new Int32Array(posts.length),
        sourceCount: 1,
      },
      2,
      wantsFit,
    ),
  )
  const together = interleaved(fits)
  return quantise(together, {
    task: 'wants',
    language: 'fr,en',
    classes: [...wants],
    buckets: wantsFit.buckets,
    bias: together.biases[0] ?? [],
    trainedOn: { corpus: posts.length },
  })
}

/** The difference of yes and no is the score; the classes of all fits stand side by side. */
function interleaved(fits: readonly Parameters[]): Parameters {
  const size = fits.length
  const pairs = (fits[0]?.table.length ?? 0) / 2
  const table = new Float64Array(pairs * size)
  const figures = (fits[0]?.dense.length ?? 0) / 2
  const dense = Array.from({ length: figures * size }, () => 0)
  for (const [k, fit] of fits.entries()) {
    for (let i = 0; i < pairs; i++)
      table[i * size + k] = (fit.table[2 * i + 1] ?? 0) - (fit.table[2 * i] ?? 0)
    for (let d = 0; d < figures; d++)
      dense[d * size + k] = (fit.dense[2 * d + 1] ?? 0) - (fit.dense[2 * d] ?? 0)
  }
  const bias = fits.map(({ biases: [pair = []] }) => (pair[1] ?? 0) - (pair[0] ?? 0))
  return { classes: size, table, dense, biases: [bias] }
}

function thresholdsOf(posts: readonly Post[]): number[] {
  const foldOf = ({ text }: Post) => (Math.imul(roll(seed, text), 0x85ebca6b) >>> 8) % folds
  const scored = Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const model = new LinearModel(fittedWants(posts.filter((post) => foldOf(post) !== fold)))
    return posts
      .filter((post) => foldOf(post) === fold)
      .map((post) => ({ scores: model.scores(post.reading), labels: post.labels }))
  })
  return wants.map((want, k) => {
    const ranked = scored
      .map(({ scores, labels }) => ({ score: scores[k] ?? 0, is: labels.includes(want) }))
      .toSorted((a, b) => b.score - a.score)
    const all = ranked.filter(({ is }) => is).length
    let both = 0
    const cuts = ranked.map(({ score, is }, i) => {
      if (is) both++
      return { f1: (2 * both) / (i + 1 + all), threshold: score }
    })
    const best = Math.max(...cuts.map(({ f1 }) => f1))
    const good = cuts.filter(({ f1 }) => f1 >= best - near)
    process.stdout.write(
      `  ${want}: ${all} posts, F1 over ${folds} folds ${(100 * best).toFixed(1)}\n`,
    )
    return Number((good[Math.floor(good.length / 2)]?.threshold ?? 0).toFixed(4))
  })
}
