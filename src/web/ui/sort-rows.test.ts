import { expect, test } from 'vitest'
import { sortRows } from './sort-rows.ts'

const posts = [
  { title: 'Une table en chêne', reach: 1200 },
  { title: 'Élise, apprentie', reach: null },
  { title: 'On recrute', reach: 5400 },
]
const columns = [
  { key: 'title', sort: (post: (typeof posts)[number]) => post.title },
  { key: 'reach', sort: (post: (typeof posts)[number]) => post.reach },
]
const titles = (rows: readonly { title: string }[]) => rows.map((row) => row.title)

test('a post whose reach is not known comes last, whichever way it is sorted', () => {
  const best = sortRows(posts, columns, { key: 'reach', dir: 'desc' })
  const worst = sortRows(posts, columns, { key: 'reach', dir: 'asc' })
  expect(titles(best)).toEqual(['On recrute', 'Une table en chêne', 'Élise, apprentie'])
  expect(titles(worst)).toEqual(['Une table en chêne', 'On recrute', 'Élise, apprentie'])
})

test('titles are sorted as in a dictionary, accents included', () => {
  expect(titles(sortRows(posts, columns, { key: 'title', dir: 'asc' }))[0]).toBe('Élise, apprentie')
})

test('without a sortable column the order stays as it came', () => {
  expect(sortRows(posts, columns, { key: 'nothing', dir: 'asc' })).toBe(posts)
})
