import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openTestDesk } from '#support/desk.ts'
import { patternsOf, stretchesOf } from './said-words.ts'

const saidIn = (asked: string, text: string) =>
  stretchesOf(patternsOf(asked), text).map(({ start, end }) => text.slice(start, end))

describe('what somebody types to find again what was said', () => {
  test.each([
    ['liv', 'Livraison, délivrée, LIVRE', ['Liv', 'LIV']],
    ['ecole', 'L’École', ['École']],
    ['ÉTÉ', 'cet ete', ['ete']],
    ['coeur', 'au cœur, un coeur', ['cœur', 'coeur']],
    ['œuvre', 'oeuvre', ['oeuvre']],
    ["l'atelier", 'L’Atelier', ['L’Atelier']],
    ['"table  basse"', 'une table\nbasse, basse table', ['table\nbasse']],
    ['« table basse »', 'Table basse', ['Table basse']],
    ['(100%)', 'à 100%, 1100%', ['100']],
    ['#lyon', 'à #Lyon, à Lyon', ['#Lyon']],
    ['ёлка', 'Елка', ['Елка']],
    ['椅子', '新しい椅子です', ['椅子']],
    ['สวัสดี', 'คำว่าสวัสดีครับ', ['สวัสดี']],
    ['ß', 'Straße ßa', ['ß']],
    ['... !', 'anything... !', []],
    ['', 'anything', []],
  ])('%s', (asked, text, found) => {
    expect(saidIn(asked, text)).toEqual(found)
  })
})

const letters = [...'eéÉœŒaà’\'" -.*+?()[]{}|^$\\/_0٣ßİıéкйК椅ส子\n😀']
const anything = fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 })

test('whatever is typed, PostgreSQL finds what the screen shows as found', async () => {
  const { desk } = await openTestDesk()
  const pairs = fc
    .sample(fc.tuple(anything, anything), 2_000)
    .flatMap(([asked, text]) => patternsOf(asked).map((pattern) => ({ pattern, text })))
  const { rows } = await sql<{ found: boolean }>`
    select text ~ pattern as found
    from unnest(${pairs.map(({ text }) => text)}::text[], ${pairs.map(({ pattern }) => pattern)}::text[])
      with ordinality asked (text, pattern, rank) order by rank`.execute(desk.db)
  const shown = pairs.map(({ pattern, text }) => stretchesOf([pattern], text).length > 0)
  expect(rows.map(({ found }) => found)).toEqual(shown)
  expect(shown).toContain(true)
})
