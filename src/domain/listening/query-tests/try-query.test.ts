import { expect, test } from 'vitest'
import { parseQuery, type Query } from '../query/index.ts'
import { tryExamples, tryOn } from './try-query.ts'

const row = `${Array(10).fill('de').join(' NEAR/100 ')} ONEAR/0 "de"`
const text = 'de '.repeat(660)

function read(expression: string): Query {
  const parsed = parseQuery(expression)
  if (!parsed.ok) throw new Error(parsed.error.code)
  return parsed.query
}

function sample(size: number, body: string) {
  return Array.from({ length: size }, () => ({ text: body, title: null, body }))
}

/** How many turns others had while something was done. */
async function turnsDuring<Result>(act: () => Promise<Result>): Promise<[Result, number]> {
  let turns = 0
  let done = false
  const count = () => {
    turns++
    if (!done) setImmediate(count)
  }
  setImmediate(count)
  const result = await act()
  done = true
  return [result, turns]
}

test('others have their turn while a heavy query is tried on many examples', async () => {
  const examples = Array.from({ length: 40 }, () => ({ text, wanted: true }))
  const [outcomes, turns] = await turnsDuring(() => tryExamples(read(row), examples))
  expect(outcomes).toEqual(examples.map(() => true))
  expect(turns).toBeGreaterThan(3)
})

test('others have their turn while it is tried on what was read', async () => {
  const [{ found, terms }, turns] = await turnsDuring(() =>
    tryOn(read(`${row} OR la`), sample(20, text), 60_000),
  )
  expect(found).toBe(20)
  expect(terms.find(({ written }) => written === 'de')).toMatchObject({ found: 20, alone: 20 })
  expect(turns).toBeGreaterThan(3)
})

test('when time is out, what was looked at by then is told', async () => {
  const preview = await tryOn(read('de la'), sample(5, 'de la'), -1)
  expect(preview).toEqual({ looked: 0, found: 0, examples: [], terms: [] })
})
