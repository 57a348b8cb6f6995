import { hintsOf } from '#domain/publishing/hints/hints-of.ts'
import type { BenchResult } from '../run.ts'

const SIZES = [300, 3000, 30_000]
const ROUNDS = 60

const paragraph =
  'Nous sommes fiers de notre nouvel atelier : la table Lyre est de retour, en chêne du Jura. Venez l’essayer samedi, ' +
  'https://atelier-morel.example/lyre #FaitMain\nComment choisir la hauteur d’une chaise ? Mesurez votre table, retirez 30 cm. '

/**
 * The hints beside a text while it is written, in milliseconds (median), as the text grows; against cutting the same text
 * into words and sentences once, which nothing that reads a text can do without.
 */
export async function run(): Promise<BenchResult> {
  const figures: BenchResult['figures'] = {}
  const against: BenchResult['against'] = {}
  const words = new Intl.Segmenter('fr', { granularity: 'word' })
  const sentences = new Intl.Segmenter('fr', { granularity: 'sentence' })
  for (const size of SIZES) {
    const text = paragraph.repeat(Math.ceil(size / paragraph.length)).slice(0, size)
    const asked = { text, language: 'fr', brand: 'Atelier Morel', fold: null } as const
    figures[`hints_${size}_characters_ms`] = median(() => hintsOf(asked))
    against[`segmenting_${size}_characters_ms`] = median(() => [
      ...words.segment(text),
      ...sentences.segment(text),
    ])
  }
  return { figures, against }
}

function median(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const before = performance.now()
    work()
    return performance.now() - before
  }).toSorted((a, b) => a - b)
  return Number((times[ROUNDS / 2] ?? 0).toFixed(3))
}
