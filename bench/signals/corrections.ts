import path from 'node:path'
import {
  learnWants,
  type Learnt,
  readSignals,
  type Want,
  wants,
  type WantsLesson,
} from '#domain/listening/signals/index.ts'
import type { ReadLanguage } from '#domain/listening/signals/names.ts'
import { ownPosts } from '../../tools/signals/corpus.ts'
import { isHeldOut } from '../../tools/signals/held-out.ts'
import { mulberry } from '../../tools/signals/score.ts'
import { lines } from '../../tools/signals/sources.ts'
import type { BenchResult } from '../run.ts'

interface Post {
  text: string
  language: ReadLanguage
  wants: readonly Want[]
}

/** How many posts are on somebody's screen, and which part of those misread they correct. */
const plays = [
  [100, 1],
  [100, 0.3],
  [200, 1],
  [200, 0.3],
] as const
const DRAWS = 10
/** As the desk has it (`learning/api.ts`). */
const FEWEST = 10
const COMMENTS = 1_000

/**
 * What corrections of intents and risks teach, people being played: of the posts on their screen they correct some that are
 * misread, and the others are read with what that taught. On our own held-out posts, and, with a folder that holds
 * `goemotions/`, on comments whose emotions stand for what they want (its test part).
 */
export function corrections(folder: string | undefined): BenchResult {
  const result: BenchResult = { figures: {}, against: {} }
  playOn(result, 'trade', heldOutPosts(), wants)
  if (folder !== undefined) playOn(result, 'comments', comments(folder), commented)
  return result
}

function heldOutPosts(): Post[] {
  return (['fr', 'en'] as const).flatMap((language) =>
    ownPosts(language)
      .filter(({ text }) => isHeldOut(text))
      .map(({ text, intents, risks }) => ({
        text,
        language,
        wants: named([...intents, ...risks]),
      })),
  )
}

const commented = ['complaint', 'question', 'praise'] as const
const standsFor: Record<(typeof commented)[number], readonly string[]> = {
  complaint: ['anger', 'annoyance', 'disappointment', 'disapproval', 'disgust'],
  question: ['confusion', 'curiosity'],
  praise: ['admiration', 'gratitude', 'love'],
}

function comments(folder: string): Post[] {
  const at = path.join(folder, 'goemotions/data/original')
  const names = lines(path.join(at, 'labels.txt'))
  return lines(path.join(at, 'test.tsv'))
    .slice(0, COMMENTS)
    .map((line) => {
      const [text = '', ids = ''] = line.split('\t')
      const felt = ids.split(',').map((id) => names[Number(id)] ?? '')
      const meant = commented.filter((want) => felt.some((one) => standsFor[want].includes(one)))
      return { text, language: 'en', wants: meant }
    })
}

function playOn(
  result: BenchResult,
  name: string,
  posts: readonly Post[],
  asked: readonly Want[],
): void {
  const alone = new Map(posts.map((post) => [post, wantsOf(post)]))
  for (const [seen, part] of plays) {
    const key = `corrections_${name}_${seen}_seen_${part * 100}%_corrected`
    const tallies = new Map(
      asked.map((want) => [want, { alone: nothing(), taught: nothing(), used: 0 }]),
    )
    for (let draw = 0; draw < DRAWS; draw++) {
      const random = mulberry(draw + 1)
      const order = posts
        .map((post) => ({ post, at: random() }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ post }) => post)
      const lessons = order.slice(0, seen).map((post): WantsLesson => {
        const read = alone.get(post) ?? []
        const isMisread = asked.some((want) => read.includes(want) !== post.wants.includes(want))
        const isCorrected = isMisread && random() < part
        const { text, language } = post
        return isCorrected
          ? { text, language, wants: post.wants, from: 'person' }
          : { text, language, wants: read, from: 'left' }
      })
      const persons = lessons.filter(({ from }) => from === 'person')
      const left = lessons.filter(({ from }) => from === 'left')
      const { learnt, trials } = learnWants([...persons, ...left], FEWEST)
      for (const post of order.slice(seen)) {
        const taught = learnt ? wantsOf(post, { wants: learnt }) : (alone.get(post) ?? [])
        for (const [want, tally] of tallies) {
          count(tally.alone, post.wants.includes(want), (alone.get(post) ?? []).includes(want))
          count(tally.taught, post.wants.includes(want), taught.includes(want))
        }
      }
      for (const { signal, used } of trials) {
        const tally = tallies.get(signal)
        if (tally && used) tally.used += 1
      }
    }
    for (const [want, tally] of tallies) {
      result.figures[`${key}_${want}_f1`] = `${f1(tally.taught)} (used ${tally.used} of ${DRAWS})`
      result.against[`${key}_${want}_model_alone_f1`] = f1(tally.alone)
    }
  }
}

function wantsOf({ text, language }: Post, learnt?: Learnt): Want[] {
  const { intents, risks } = readSignals(text, language, learnt)
  return [...intents, ...risks]
}

const named = (labels: readonly string[]) => wants.filter((want) => labels.includes(want))

interface Tally {
  both: number
  is: number
  said: number
}
const nothing = (): Tally => ({ both: 0, is: 0, said: 0 })

function count(tally: Tally, is: boolean, said: boolean): void {
  if (is) tally.is += 1
  if (said) tally.said += 1
  if (is && said) tally.both += 1
}

const f1 = ({ both, is, said }: Tally) => Math.round((2000 * both) / Math.max(is + said, 1)) / 10
