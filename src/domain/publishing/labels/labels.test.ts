import { expect, test } from 'vitest'
import { openAtelier } from '../testing/open-atelier.ts'
import type { LabelSuggestionsView } from './api.ts'

const { camille, draft } = await openAtelier()

const suggest = async (text: string, more = {}) =>
  (await camille.post<LabelSuggestionsView>('/posts/suggest-labels', { text, ...more })).body
const labels = async (text: string) => (await suggest(text)).labels.map(({ label }) => label)

test('a label is suggested with the words that decided', async () => {
  expect(await suggest('Comment entretenir un plateau huilé : nos conseils.')).toEqual({
    labels: [{ label: 'useful', because: ['comment entretenir', 'conseils'], learnt: [] }],
    about: { about: 'customer', because: [] },
  })
  expect(await suggest('Our shop is closed on Monday.')).toMatchObject({
    labels: [{ label: 'informative', because: ['closed', 'monday'] }],
    about: { about: 'us', because: ['our'] },
  })
})

test('words that say nothing suggest nothing', async () => {
  expect(await suggest('Frêne, lin, corde.')).toEqual({ labels: [], about: null })
  expect(await suggest('')).toEqual({ labels: [], about: null })
})

test('the labels a company gives teach it its own words', async () => {
  expect(await labels('Le devis du mercredi')).toEqual([])
  for (const wood of ['chêne', 'frêne', 'noyer'])
    await draft(`Causerie autour du ${wood}`, { labels: ['inspiring'] })
  for (const piece of ['table', 'chaise', 'banc', 'lampe'])
    await draft(`Une ${piece} est partie`, { labels: ['spontaneous'] })
  expect((await suggest('Prochaine causerie à l’atelier')).labels).toEqual([
    { label: 'inspiring', because: ['causerie'], learnt: ['causerie'] },
  ])
})

test('a word that the company labels otherwise counts no more', async () => {
  expect(await labels('Regardez le banc Rive')).toEqual(['visual'])
  for (const place of ['Lyon', 'Brest', 'Nice'])
    await draft(`Regardez passer ${place}`, { labels: ['unexpected'] })
  expect(await labels('Regardez le banc Rive')).not.toContain('visual')
})

test('a post teaches nothing about itself, and a deleted one nothing at all', async () => {
  const posts = []
  for (const town of ['Metz', 'Pau', 'Sète'])
    posts.push(await draft(`Tournée à ${town}`, { labels: ['exclusive'] }))
  expect(await labels('Tournée à Dole')).toEqual(['exclusive'])
  expect((await suggest('Tournée à Dole', { postId: posts[0]?.id })).labels).toEqual([])
  await camille.delete(`/posts/${posts[0]?.id}`)
  expect(await labels('Tournée à Dole')).toEqual([])
})
