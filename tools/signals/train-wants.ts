import { cuesIn } from '#domain/listening/signals/cues.ts'
import { withCues } from '#domain/listening/signals/intents.ts'
import { type ReadLanguage, type Want, wants } from '#domain/listening/signals/names.ts'
import { LinearModel, type Reading } from '#domain/listening/signals/linear-model.ts'
import { readingOf } from '#domain/listening/signals/reading.ts'
import { modelOf } from '#domain/listening/signals/sentiment.ts'
import type { LinearWeights } from '#domain/listening/signals/weights.ts'
import { roll, seed } from '#domain/listening/signals/words/hash.ts'
import { opinionsOfOthers } from './opinions-of-others.ts'
import { ownPosts } from './corpus.ts'
import { isHeldOut } from './held-out.ts'
import { rowsOf } from './rows.ts'
import { fitSoftmax, type Parameters, quantise } from './softmax.ts'
import { goEmotions } from './sources.ts'
import { translatedComments } from './translated.ts'

const wantsFit = { penalty: 0.5, densePenalty: 0.05, rounds: 30, buckets: 16_384 }
const folds = 3
/** Where F1 hardly moves, its best place is chance: the middle of those within a point of it moves less. */
const near = 0.01

/** How much a comment that nobody labelled for this counts beside one of our posts. */
const worthOfTalk = 0.3
/** What talk of all the world hardly ever is. It does complain, praise and ask. */
const rareInTalk: readonly Want[] = [
  'buying',
  'hiring',
  'leak',
  'impostor',
  'threat',
  'boycott',
  'safety',
]

interface Post {
  text: string
  reading: Reading
  labels: readonly string[]
  /** Out of a conversation about anything, taken for none of what is rare there. */
  isTalk: boolean
}

/**
 * Intents and risks: one yes-or-no regression each, over both languages at once, on nine tenths of our corpus, and of
 * everyday comments for what is rare in them: whoever has only read posts about shops takes any talk of people and children
 * for a call to boycott. Thresholds are the middle of those within a point of the best F1 over three folds of the same.
 * The sentiment models must have been written before.
 */
export function trainWants(folder: string): LinearWeights {
  const posts = [...ownPostsOf('fr', folder), ...ownPostsOf('en', folder), ...talk(folder)].filter(
    ({ text }) => !isHeldOut(text),
  )
  return { ...fittedWants(posts), thresholds: thresholdsOf(posts) }
}

function ownPostsOf(language: ReadLanguage, folder: string): Post[] {
  const opinions = opinionsOfOthers(language, folder)
  return ownPosts(language).map(({ text, intents, risks }) => ({
    text,
    reading: read(text, language, opinions.get(text) ?? [0, 0, 0]),
    labels: [...intents, ...risks],
    isTalk: false,
  }))
}

/** Comments of GoEmotions: in English those of a part that no model of opinions was trained on. */
function talk(folder: string): Post[] {
  const inEnglish = goEmotions(folder, 'dev').map(({ text }) => ({ text, language: 'en' as const }))
  const inFrench = translatedComments().map(({ text }) => ({ text, language: 'fr' as const }))
  return [...inEnglish, ...inFrench].map(({ text, language }) => {
    const opinion = modelOf(language).scores(readingOf(text, language))
    return { text, reading: read(text, language, opinion), labels: [], isTalk: true }
  })
}

function read(text: string, language: ReadLanguage, opinion: ArrayLike<number>): Reading {
  const reading = readingOf(text, language)
  return withCues(reading, cuesIn(reading.tokens, language), opinion)
}

/** Those that teach something of an intent or a risk. */
const teaching = <P extends Post>(posts: readonly P[], want: Want) =>
  rareInTalk.includes(want) ? posts : posts.filter(({ isTalk }) => !isTalk)

function fittedWants(posts: readonly Post[]): LinearWeights {
  const all = examplesOf(posts)
  const ours = examplesOf(posts.filter(({ isTalk }) => !isTalk))
  const fits = wants.map((want) => {
    const examples = rareInTalk.includes(want) ? all : ours
    const labels = examples.posts.map((post) => (post.labels.includes(want) ? 1 : 0))
    return fitSoftmax({ ...examples, labels: Int32Array.from(labels) }, 2, wantsFit)
  })
  const together = interleaved(fits)
  const comments = posts.filter(({ isTalk }) => isTalk).length
  return quantise(together, {
    task: 'wants',
    language: 'fr,en',
    classes: [...wants],
    buckets: wantsFit.buckets,
    bias: together.biases[0] ?? [],
    trainedOn: { corpus: posts.length - comments, comments },
  })
}

function examplesOf(posts: readonly Post[]) {
  const readings = posts.map(({ reading }) => reading)
  return {
    posts,
    rows: rowsOf(readings, wantsFit.buckets, true),
    weights: Float64Array.from(posts, ({ isTalk }) => (isTalk ? worthOfTalk : 1)),
    sources: new Int32Array(posts.length),
    sourceCount: 1,
  }
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
      .map((post) => ({ ...post, scores: model.scores(post.reading) }))
  })
  return wants.map((want, k) => {
    const ranked = teaching(scored, want)
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
