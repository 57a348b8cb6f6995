import { existsSync } from 'node:fs'
import path from 'node:path'
import { NearDuplicates } from '#domain/listening/signals/index.ts'
import { Shingler } from '#domain/listening/signals/near/shingles.ts'
import { ownPosts } from '../../tools/signals/corpus.ts'
import { mulberry } from '../../tools/signals/score.ts'
import { lines } from '../../tools/signals/sources.ts'
import type { BenchResult } from '../run.ts'
import { percent } from './cpu.ts'

/**
 * Near-duplicates: nine kinds of edited copies among all others; recall of the pairs, posts a second of CPU for signing,
 * indexing and asking, against SimHash of the same shingles at the usual distance of three.
 */
export function duplicates(folder: string | undefined): BenchResult {
  const originals = postsOf(folder)
  const random = mulberry(7)
  const pick = (n: number) => Math.floor(random() * n)
  const vocabulary = originals.slice(0, 2000).flatMap((text) => text.split(/\s+/).slice(0, 3))
  const word = () => vocabulary[pick(vocabulary.length)] ?? 'mot'
  const kinds = Object.keys(edits(word, pick))
  const copies = Array.from({ length: Math.floor(originals.length / 6) }, (_, i) => {
    const of = i * 5
    const kind = kinds[i % kinds.length] ?? ''
    return { of, kind, text: edits(word, pick)[kind]?.(originals[of] ?? '') ?? '' }
  })
  const index = new NearDuplicates()
  const before = process.cpuUsage()
  for (const text of originals) index.add(text)
  const found = copies.map(({ text }) => index.add(text))
  const { user, system } = process.cpuUsage(before)
  const hit = copies.map(({ of }, i) => found[i]?.some((near) => near.of === of) ?? false)
  const recall = (kind?: string) => {
    const asked = copies.flatMap((copy, i) => (kind === undefined || copy.kind === kind ? [i] : []))
    return percent(asked.filter((i) => hit[i]).length / Math.max(asked.length, 1))
  }
  const simhashes = originals.map(simhash)
  const near = copies.map(({ of, text }) => distance(simhashes[of] ?? [0, 0], simhash(text)) <= 3)
  return {
    figures: {
      duplicates_posts: originals.length + copies.length,
      duplicates_recall: recall(),
      duplicates_recall_by_edit: kinds.map((kind) => `${kind} ${recall(kind)}`).join(' '),
      duplicates_per_cpu_second: Math.round(
        (originals.length + copies.length) / ((user + system) / 1e6),
      ),
    },
    against: { duplicates_simhash_3_recall: percent(near.filter(Boolean).length / near.length) },
  }
}

function postsOf(folder: string | undefined): string[] {
  const file = folder && path.join(folder, 'goemotions/data/original/train.tsv')
  const texts =
    file !== undefined && existsSync(file)
      ? lines(file).map((line) => line.split('\t')[0] ?? '')
      : (['fr', 'en'] as const).flatMap((language) => ownPosts(language).map(({ text }) => text))
  return [...new Set(texts)].filter((text) => text.length > 40 && text.split(/\s+/).length >= 7)
}

function edits(
  word: () => string,
  pick: (n: number) => number,
): Record<string, (text: string) => string> {
  const replaced = (text: string, times: number) => {
    const words = text.split(/\s+/)
    for (let i = 0; i < times; i++) words[pick(words.length)] = word()
    return words.join(' ')
  }
  return {
    reshare: (text) => `RT @someone${pick(999)}: ${text}`,
    link: (text) => `${text} https://short.example/x${pick(1e6).toString(36)}`,
    emoji_and_tag: (text) => `${text} 🔥🔥 #${word().replace(/\W/g, '')}`,
    case_and_marks: (text) => `${text.toUpperCase().replace(/[.,!?]/g, '')}!!!`,
    one_word: (text) => replaced(text, 1),
    cut: (text) => {
      const words = text.split(/\s+/)
      return `${words.slice(0, Math.ceil(words.length * 0.75)).join(' ')}…`
    },
    two_more: (text) => {
      const words = text.split(/\s+/)
      words.splice(pick(words.length), 0, word(), word())
      return words.join(' ')
    },
    three_in_front: (text) => `${word()} ${word()} ${word()} ${text}`,
    three_words: (text) => replaced(text, 3),
  }
}

const shingler = new Shingler()

function simhash(text: string): [number, number] {
  const votes = new Int32Array(64)
  const count = shingler.read(text)
  for (let i = 0; i < count; i++) {
    const low = shingler.hashes[i] ?? 0
    const high = Math.imul(low ^ 0x9e3779b9, 0x85ebca6b)
    for (let bit = 0; bit < 32; bit++) {
      votes[bit] = (votes[bit] ?? 0) + (((low >>> bit) & 1) === 1 ? 1 : -1)
      votes[32 + bit] = (votes[32 + bit] ?? 0) + (((high >>> bit) & 1) === 1 ? 1 : -1)
    }
  }
  const half = (from: number) => {
    let bits = 0
    for (let bit = 0; bit < 32; bit++) if ((votes[from + bit] ?? 0) > 0) bits |= 1 << bit
    return bits
  }
  return [half(0), half(32)]
}

function distance(a: [number, number], b: [number, number]): number {
  const ones = (bits: number) => bits.toString(2).replace(/[^1]/g, '').length
  return ones((a[0] ^ b[0]) >>> 0) + ones((a[1] ^ b[1]) >>> 0)
}
