import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createMatcher, parseQuery } from './index.ts'

const page = readFileSync(new URL('../../../../docs/queries.md', import.meta.url), 'utf8')
const examples = [...page.matchAll(/```query\n([^]*?)```/g)].map(([, body = '']) => {
  const lines = body.trimEnd().split('\n')
  const first = lines.findIndex((line) => /^ {2}(?:finds|not)/.test(line))
  return { expression: lines.slice(0, first).join('\n'), outcomes: lines.slice(first) }
})

describe('the page on the language of queries says the truth', () => {
  test('it has examples of everything', () => expect(examples.length).toBeGreaterThan(12))

  test.each(examples)('$expression', ({ expression, outcomes }) => {
    const parsed = parseQuery(expression)
    if (!parsed.ok) throw new Error(parsed.error.code)
    const matcher = createMatcher()
    matcher.add('it', parsed.query)
    for (const outcome of outcomes) {
      const [, wish, text = ''] = /^ {2}(finds|not) +(.+)$/.exec(outcome) ?? []
      expect([text, matcher.match(text).length]).toEqual([text, wish === 'finds' ? 1 : 0])
    }
  })

  test.each(
    [...page.matchAll(/^\| `([^|]+)` \|/gm)].flatMap(([, cell = '']) => cell.split('`, `')),
  )('the field %s is read', (written) =>
    expect(parseQuery(`table ${written}`)).toMatchObject({ ok: true }),
  )
})
