import { describe, expect, it } from 'vitest'

import { nearDuplicates } from './near-duplicates.ts'
import {
  columns,
  type CorpusLanguage,
  intents,
  parseCorpus,
  readCorpus,
  risks,
  sentiments,
} from './read-corpus.ts'
import { parseTranslated, readTranslated } from './read-translated.ts'

const header = columns.join('\t')
const good = 'fr-01-001\tMerci à Camille pour la table\tpositive\tpraise\t\t0\tfurniture'

describe.each<CorpusLanguage>(['fr', 'en'])('the corpus of short posts, %s', (language) => {
  const rows = readCorpus(language)

  it('is made of well-formed rows, every id once', () => {
    expect(rows.length).toBeGreaterThan(1000)
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
  })

  it('says nothing twice, and nearly nothing nearly twice', () => {
    expect(nearDuplicates(rows, 0.7)).toEqual([])
  })

  it('does not begin its posts all alike', () => {
    const openings = new Map<string, number>()
    for (const row of rows) {
      const opening = row.text.toLowerCase().split(/\s+/).slice(0, 3).join(' ')
      openings.set(opening, (openings.get(opening) ?? 0) + 1)
    }
    expect([...openings].filter(([, times]) => times > 8)).toEqual([])
  })

  it.each(sentiments)('holds about a third of %s posts', (sentiment) => {
    const share = rows.filter((row) => row.sentiment === sentiment).length / rows.length
    expect(share).toBeGreaterThan(0.28)
    expect(share).toBeLessThan(0.39)
  })

  it('shows every intent and every risk often enough to learn from', () => {
    for (const intent of intents)
      expect(rows.filter((row) => row.intents.includes(intent)).length, intent).toBeGreaterThan(30)
    for (const risk of risks)
      expect(rows.filter((row) => row.risks.includes(risk)).length, risk).toBeGreaterThan(10)
  })

  it('counts irony, and no sector for more than a quarter', () => {
    expect(rows.filter((row) => row.irony).length / rows.length).toBeGreaterThan(0.03)
    for (const sector of new Set(rows.map((row) => row.sector)))
      expect(rows.filter((row) => row.sector === sector).length / rows.length, sector).toBeLessThan(
        0.25,
      )
  })

  it('never takes praise out of a negative post, nor a complaint out of a positive one', () => {
    const torn = rows.filter(
      (row) =>
        (row.sentiment === 'negative' && row.intents.includes('praise')) ||
        (row.sentiment === 'positive' && row.intents.includes('complaint')),
    )
    expect(torn.map((row) => row.id)).toEqual([])
  })
})

describe('the posts about all that is not trade, French', () => {
  const rows = readCorpus('fr', 'public')

  it('is made of well-formed rows, every id once, labelled for sentiment and irony alone', () => {
    expect(rows.length).toBeGreaterThan(800)
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
    expect(rows.flatMap((row) => [...row.intents, ...row.risks])).toEqual([])
  })

  it('says nothing nearly twice, nor nearly what the posts about trade say', () => {
    expect(nearDuplicates([...readCorpus('fr'), ...rows], 0.7)).toEqual([])
  })

  it.each(sentiments)('holds about a third of %s posts', (sentiment) => {
    const share = rows.filter((row) => row.sentiment === sentiment).length / rows.length
    expect(share).toBeGreaterThan(0.25)
    expect(share).toBeLessThan(0.42)
  })
})

describe('the comments of GoEmotions, in French', () => {
  const rows = readTranslated()

  it('names every comment once, and says nothing nearly twice', () => {
    expect(rows.length).toBeGreaterThan(5000)
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
    expect(nearDuplicates(rows, 0.9)).toEqual([])
  })

  it.each(sentiments)('holds a third of %s comments', (sentiment) => {
    const share = rows.filter((row) => row.sentiment === sentiment).length / rows.length
    expect(share).toBeGreaterThan(0.3)
    expect(share).toBeLessThan(0.36)
  })

  it.each([
    ['a column too few', 'eezw9fr\tMerci à toi', 'columns'],
    ['an id of another form', 'fr-01-001\tMerci à toi\tpositive', 'id'],
    ['an unknown sentiment', 'eezw9fr\tMerci à toi\thappy', 'none of'],
    ['a blank at the end', 'eezw9fr\tMerci à toi \tpositive', 'blank'],
  ])('refuses %s', (_, row, why) => {
    expect(() => parseTranslated(`id\ttext\tsentiment\n${row}\n`, 'goemotions-fr-01.tsv')).toThrow(
      why,
    )
  })
})

describe('a bad row of the corpus', () => {
  it('passes when nothing is wrong with it', () => {
    expect(parseCorpus(`${header}\n${good}\n`, 'fr-01.tsv')).toHaveLength(1)
  })

  it.each([
    ['a column too few', good.replace('\t0\t', '\t'), 'columns'],
    ['a tab in the text', good.replace('la table', 'la\ttable'), 'columns'],
    ['an unknown sentiment', good.replace('positive', 'happy'), 'none of'],
    ['an unknown intent', good.replace('praise', 'thanks'), 'none of'],
    ['an intent said twice', good.replace('praise', 'praise,praise'), 'twice'],
    ['an unknown risk', good.replace('\t\t', '\tstorm\t'), 'none of'],
    ['irony in words', good.replace('\t0\t', '\tno\t'), 'irony'],
    ['a sector of two words', good.replace('furniture', 'the furniture'), 'one word'],
    ['the id of another file', good.replace('fr-01', 'fr-02'), 'not of this file'],
    ['accents taken apart', good.normalize('NFD'), 'NFC'],
    ['a text too short', good.replace('Merci à Camille pour la table', 'Oui'), '3 characters'],
    ['a text too long', good.replace('Merci', 'Merci '.repeat(60).trim()), 'characters'],
    ['a blank at the end', good.replace('la table', 'la table '), 'blank'],
  ])('is refused for %s', (_, row, why) => {
    expect(() => parseCorpus(`${header}\n${row}\n`, 'fr-01.tsv')).toThrow(why)
  })

  it('is refused for words that only changed places or one word', () => {
    const found = nearDuplicates(
      [
        { id: 'a', text: 'Le canapé de Camille est arrivé hier soir' },
        { id: 'b', text: 'Hier soir est arrivé le canapé de Camille !' },
        { id: 'c', text: 'Le canapé de Yanis est arrivé hier soir' },
        { id: 'd', text: 'Le train de Sofia est encore en retard' },
      ],
      0.7,
    )
    expect(found.map((pair) => pair.first + pair.second)).toEqual(['ab', 'ac', 'bc'])
  })
})
