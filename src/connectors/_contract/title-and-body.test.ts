import { expect, test } from 'vitest'
import { plainLinks } from './plain-links.ts'
import { titleAndBody } from './title-and-body.ts'

test.each([
  ['Un banc\n\nEn chêne.', '', { title: 'Un banc', body: 'En chêne.' }],
  ['Un banc', '', { title: 'Un banc', body: '' }],
  ['\n Un banc \nEn chêne.', '', { title: 'Un banc', body: 'En chêne.' }],
  ['Un banc\nEn chêne.', ' Le banc ', { title: 'Le banc', body: 'Un banc\nEn chêne.' }],
  ['', '', { title: '', body: '' }],
])('the first line is the title, unless one was asked for', (text, asked, parts) => {
  expect(titleAndBody(text, asked)).toEqual(parts)
})

test('a first line too long for a title stays whole in the body, and the title ends between two words', () => {
  const line = `${'Le chêne sèche '.repeat(20)}\nSuite`
  const { title, body } = titleAndBody(line)
  expect(title).toMatch(/^(Le chêne sèche )+Le( chêne)?…$/)
  expect(title.length).toBeLessThanOrEqual(120)
  expect(body).toBe(line)
  expect(titleAndBody('🪵'.repeat(200)).title).toMatch(/^(🪵)+…$/u)
})

test.each([
  ['Voir https://a.fr/p, puis', ['https://a.fr/p']],
  ['(https://a.fr/x_(y)).', ['https://a.fr/x_(y)']],
  ['« http://a.fr/été?q=1&r=2#s »', ['http://a.fr/été?q=1&r=2#s']],
  ['https:// rien, mailto:a@b.fr, xhttps://a.fr', []],
])('%s holds the links that a reader sees', (text, links) => {
  expect(plainLinks(text).map(({ value }) => value)).toEqual(links)
  for (const { start, end, value } of plainLinks(text)) expect(text.slice(start, end)).toBe(value)
})

test('finding links never takes for ever', () => {
  const began = performance.now()
  plainLinks(`https://a.fr/${')'.repeat(5000)}${'.'.repeat(5000)}`)
  expect(performance.now() - began).toBeLessThan(1000)
})
