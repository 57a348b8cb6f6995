import type { Post, Query } from '#domain/listening/query/engine/index.ts'
import { createMatcher } from '#domain/listening/query/engine/index.ts'
import { parseQuery } from '#domain/listening/query/index.ts'
import { cpuSeconds } from './cpu.ts'

const ADDED = 100

/**
 * What each feature costs: posts per CPU-second once 100 queries of it, or texts that need it, are added to the usual
 * 1,000 queries of plain words, phrases and exclusions.
 */
export function features(texts: readonly string[], queries: readonly Query[]) {
  const words = [...new Set(texts.slice(0, 3_000).flatMap((t) => t.match(/\p{L}{6,}/gu) ?? []))]
  const some = texts.slice(0, 50_000)
  const word = (i: number) => words[i % words.length] ?? 'table'
  const added: Record<string, (i: number) => string> = {
    plain_words: (i) => word(i),
    beginnings: (i) => `${word(i).slice(0, 4)}*`,
    one_letter_jokers: (i) => `${word(i).slice(0, 3)}?${word(i).slice(4)}`,
    exact_spelling: (i) => `{${word(i)}}`,
    near: (i) => `(${word(i)} OR ${word(i + 1)}) NEAR/5 ${word(i + 2)}`,
    gathered: (i) => `"${word(i)} ${word(i + 1)}"~5`,
    author_alone: (i) => `author:someone${i}`,
    language_and_followers: (i) => `${word(i)} lang:fr followers:>${i}`,
    exclusions_alone: (i) => `NOT ${word(i)}`,
  }
  const figures: Record<string, number> = { with_1000_only: speed(queries, [], some) }
  for (const [name, make] of Object.entries(added)) {
    const more = Array.from({ length: ADDED }, (_, i) => read(make(i)))
    figures[`with_100_${name}`] = speed(queries, more, some)
  }
  figures['texts_with_emoji'] = speed(
    queries,
    [],
    some.map((t) => `🪑 ${t}`),
  )
  const chinese = some.map(() => '我昨天在小米买了东西，今天的服务很差，为什么还没发货')
  figures['texts_in_chinese'] = speed(queries, [], chinese)
  return Object.fromEntries(Object.entries(figures).map(([k, v]) => [`${k}_posts_per_cpu_s`, v]))
}

function read(expression: string): Query {
  const parsed = parseQuery(expression, { evenLoose: true })
  if (!parsed.ok) throw new Error(`${expression}: ${parsed.error.code}`)
  return parsed.query
}

function speed(
  queries: readonly Query[],
  more: readonly Query[],
  texts: readonly string[],
): number {
  const matcher = createMatcher()
  for (const [i, query] of [...queries, ...more].entries()) matcher.add(`${i}`, query)
  const posts: Post[] = texts.map((text, i) => ({
    text,
    language: i % 2 === 0 ? 'fr' : 'en',
    author: { handle: `someone${i}`, name: 'Someone', followers: i },
  }))
  for (const post of posts.slice(0, 21_000)) matcher.match(post)
  const rounds = [1, 2, 3].map(() => posts.length / cpuSeconds(() => posts.forEach(matcher.match)))
  return Math.round(Math.max(...rounds))
}
