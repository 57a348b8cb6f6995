import { expect, test } from 'vitest'
import type { Tools } from '#connectors/_contract/connector.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { fixedClock } from '#platform/clock.ts'
import { FetchFailure } from '#platform/fetch/failure.ts'
import { silentLog } from '#platform/log.ts'
import webPage from './index.ts'
import { readPage } from './read-page.ts'

const url = 'https://forum.example/bois'
const robots = 'https://forum.example/robots.txt'
const page = (body: string) =>
  new Response(`<html lang="fr"><title>Avis</title><body>${body}`, {
    headers: { 'content-type': 'text/html' },
  })

/** The web of one test: what each address answers. */
function web(pages: Record<string, Response | FetchFailure>) {
  const asked: string[] = []
  const clock = fixedClock(new Date('2026-11-23T09:00:00Z'))
  const tools: Tools = {
    clock,
    log: silentLog,
    fetch: async (address) => {
      asked.push(String(address))
      const found = pages[String(address)]
      if (found instanceof FetchFailure) throw found
      return found?.clone() ?? new Response('', { status: 404 })
    },
  }
  const read = (cursor: string | null = null) => {
    if (!webPage.listen) throw new Error('pages are not listened to any more')
    return webPage.listen.read(tools, null, { url }, cursor)
  }
  return { asked, clock, pages, read }
}

test('a page that robots.txt closes is not asked for, and a site that closes others is', async () => {
  const closed = web({ [robots]: new Response('User-agent: *\nDisallow: /bois') })
  expect(failure(await closed.read())).toMatchObject({ kind: 'rejected', field: 'url' })
  expect(closed.asked).toEqual([robots])
  const open = web({
    [robots]: new Response('User-agent: BadBot\nDisallow: /'),
    [url]: page('<p>Une table en chêne massif, livrée dans les temps.</p>'),
  })
  expect(value(await open.read()).items).toHaveLength(1)
})

test('robots.txt is asked again after a day, not before', async () => {
  const { asked, clock, read } = web({ [url]: page('<a href="/1">Une table en chêne</a>') })
  const { cursor = null } = value(await read())
  clock.advance(23 * 3_600_000)
  await read(cursor)
  expect(asked.filter((one) => one === robots)).toHaveLength(1)
  clock.advance(2 * 3_600_000)
  await read(cursor)
  expect(asked.filter((one) => one === robots)).toHaveLength(2)
})

test('what changed in a page is told, and nothing else', async () => {
  const first = '<p>Nos horaires : du lundi au vendredi, de 9 h à 18 h.</p>'
  const { pages, read } = web({ [url]: page(first) })
  const { cursor = null } = value(await read())
  pages[url] = page(`${first}<p>L’atelier Morel ferme ses portes le 31 décembre prochain.</p>`)
  const { items } = value(await read(cursor))
  expect(items).toMatchObject([
    { title: 'Avis', text: 'L’atelier Morel ferme ses portes le 31 décembre prochain.' },
  ])
})

test.each([
  ['a picture', new Response('', { headers: { 'content-type': 'image/png' } })],
  ['a password', new Response('', { status: 401 })],
  ['nothing', new Response('', { status: 404 })],
  ['a page drawn by script', page('<script>draw()</script>')],
  ['more than it may weigh', new FetchFailure('too-large', 'more than 3000000 bytes', true)],
  ['a private address', new FetchFailure('private-address', '10.0.0.1', false)],
])('%s is refused with a sentence', async (_, answer) => {
  const refused = failure(await web({ [url]: answer }).read())
  expect(refused.kind).toBe('rejected')
})

test('menus, footers and links of a word are left out; what surrounds a link comes with it', () => {
  const html = `<nav><a href="/n">Toutes nos rubriques ici</a></nav><ul><li><a href="/a#top">Un avis
    sur la table Morel</a> Deux étoiles.</li></ul><a href="/next">Suite</a><footer>Mentions légales, et bien d’autres choses encore.</footer>`
  expect(readPage(html, url)).toMatchObject({
    links: [
      {
        url: 'https://forum.example/a',
        title: 'Un avis sur la table Morel',
        around: 'Un avis sur la table Morel Deux étoiles.',
      },
    ],
    paragraphs: [],
  })
})

test('markup made to be slow is not', () => {
  const began = performance.now()
  for (const piece of ['<div>', '<a href=x>', '<nav>', '</div>', '<p><a href="', '&lt;']) {
    readPage(piece.repeat(100_000), url)
  }
  expect(performance.now() - began).toBeLessThan(10_000)
})
