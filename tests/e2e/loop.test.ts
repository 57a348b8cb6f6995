import type { AppBskyFeedPost } from '@atproto/api'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import {
  type BlueskyPerson,
  catchUpBluesky,
  createAppPassword,
  createBlueskyPerson,
} from '#support/servers/bluesky-people.ts'
import { useServer } from '#support/servers/use-server.ts'
import { addPicture, scheduleSoon, seeItLeave, writePost } from './compose.ts'
import { useDesk } from './desk.ts'
import { useNewspaper } from './feed.ts'
import { signUp } from './sign-up.ts'
import { useVisits } from './visit.ts'

const TEXT =
  'La table de Camille retrouve son salon, après trois mois d’atelier. Elle se visite samedi : https://atelier-morel.fr/tables #chêne'
const ALT = 'Une table ronde en chêne, devant la vitrine'
const QUESTION = 'Superbe ! Est-elle à vendre ?'
const ANSWER = 'Oui, venez la voir samedi.'

/** A post as its author's server keeps it. */
type Kept = AppBskyFeedPost.Record & { uri: string }

describe('once round the loop, on a Bluesky network', () => {
  const network = useServer('bluesky-network')
  const newspaper = useNewspaper()
  const desk = useDesk(() => ({
    VIGIE_ALLOW_PRIVATE_HOSTS: [new URL(network().url).host, newspaper().host].join(','),
  }))
  const visits = useVisits(desk)

  test('a post leaves, people react, Sofia answers, listens, and reads what it brought', async () => {
    const morel = await createBlueskyPerson(network(), 'atelier-morel.test')
    const yanis = await createBlueskyPerson(network(), 'yanis.test')
    const page = await visits.open('/')
    await signUp(page)
    await connectBluesky(page, await createAppPassword(morel))
    await countClicksHere(page)

    await writePost(page, TEXT)
    await addPicture(page, ALT)
    await page.getByRole('region', { name: 'Previews' }).getByText('La table de Camille').waitFor()
    await scheduleSoon(page)

    await sayElsewhere(yanis)
    await listen(page)
    await findTheMentions(page)

    const address = await seeItLeave(page, /La table de Camille/)
    const [post] = await postsOf(morel)
    if (!post) throw new Error('the post is not on the network')
    expect(address).toBe(`https://bsky.app/profile/${morel.did}/post/${post.uri.split('/').at(-1)}`)
    const shortLink = findWhatLeft(post)

    const { uri, cid } = await react(yanis, post)
    await clickFromAfar(shortLink)

    await answer(page)
    const [reply] = await postsOf(morel)
    const thread = { root: { uri: post.uri }, parent: { uri, cid } }
    expect(reply).toMatchObject({ text: ANSWER, reply: thread })

    await readWhatItBrought(page)
    await readHowClicksWereJudged(page)
  }, 420_000)

  async function connectBluesky(page: Page, appPassword: string) {
    await page.getByRole('link', { name: 'Choose a network' }).click()
    await page.getByRole('button', { name: /^Bluesky/ }).click()
    await page.getByLabel('Handle').fill('atelier-morel.test')
    await page.getByLabel('App password', { exact: true }).fill(appPassword)
    await page.getByLabel('Server').fill(network().url)
    await page.getByRole('button', { name: 'Connect Bluesky' }).click()
    await page.getByText('atelier-morel.test is connected on Bluesky.').first().waitFor()
    await page.getByRole('listitem').getByText(/Works/).waitFor()
  }

  /** Links shorten on an address people can reach: here, the desk's own. */
  async function countClicksHere(page: Page) {
    await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
    await page.getByLabel('Public address of this server').fill(desk().url)
    await page.getByRole('button', { name: 'Save the company' }).click()
    await page.getByText('Company saved.').first().waitFor()
  }

  async function sayElsewhere(yanis: BlueskyPerson) {
    newspaper().publish({
      title: 'La menuiserie revient à la Croix-Rousse',
      text: 'Trois ateliers ouvrent leurs portes.',
    })
    newspaper().publish({ title: 'Menuiserie du stade', text: 'Le football rénove ses tribunes.' })
    await yanis.agent.post({ text: 'Jolie menuiserie, rue Pailleron' })
    await catchUpBluesky(network())
  }

  async function listen(page: Page) {
    await page.getByRole('navigation').getByRole('link', { name: 'Listening' }).click()
    await page.getByRole('button', { name: 'Add a source' }).first().click()
    await page.getByLabel('Address').fill(newspaper().feedUrl)
    await page.getByRole('button', { name: 'Listen to this source' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Add a source' }).first().click()
    await page.getByRole('radio', { name: 'A network' }).check()
    await page.getByRole('button', { name: 'Listen to Bluesky', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Write the first query' }).click()
    await page.getByLabel('Words to look for').fill('menuiserie -football')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  /** They come by themselves while the screen is open. */
  async function findTheMentions(page: Page) {
    const mentions = page.getByRole('region', { name: 'Mentions' }).getByRole('listitem')
    for (const words of ['La menuiserie revient à la Croix-Rousse', 'Jolie menuiserie']) {
      await mentions.filter({ hasText: words }).waitFor({ timeout: 90_000 })
    }
    await expect.poll(() => mentions.filter({ hasText: 'stade' }).count()).toBe(0)
  }

  /** The record in full: every word that is a link or a tag is one, the picture is described. */
  function findWhatLeft({ text, facets, langs, embed }: Kept): string {
    const shortLink = /http:\S+\/l\/\w+/.exec(text)?.[0] ?? ''
    expect(text).toBe(TEXT.replace('https://atelier-morel.fr/tables', shortLink))
    expect(shortLink.startsWith(`${desk().url}/l/`)).toBe(true)
    const words = facets?.map(({ index: { byteStart, byteEnd } }) =>
      Buffer.from(text).subarray(byteStart, byteEnd).toString(),
    )
    expect(words).toEqual([shortLink, '#chêne'])
    expect(facets).toMatchObject([
      { features: [{ $type: 'app.bsky.richtext.facet#link', uri: shortLink }] },
      { features: [{ $type: 'app.bsky.richtext.facet#tag', tag: 'chêne' }] },
    ])
    expect(langs).toEqual(['fr'])
    expect(embed).toMatchObject({ images: [{ alt: ALT, aspectRatio: { width: 640 } }] })
    return shortLink
  }

  async function react(yanis: BlueskyPerson, post: Kept) {
    const { data } = await yanis.agent.com.atproto.repo.getRecord({
      repo: post.uri.split('/')[2] ?? '',
      collection: 'app.bsky.feed.post',
      rkey: post.uri.split('/').at(-1) ?? '',
    })
    const ref = { uri: post.uri, cid: data.cid ?? '' }
    await yanis.agent.like(ref.uri, ref.cid)
    await yanis.agent.repost(ref.uri, ref.cid)
    const reply = await yanis.agent.post({ text: QUESTION, reply: { root: ref, parent: ref } })
    await catchUpBluesky(network())
    return reply
  }

  /** Somebody opens the link; before that, a network drew its preview and a program asked whether it is there. */
  async function clickFromAfar(shortLink: string) {
    const preview = { 'user-agent': 'facebookexternalhit/1.1', 'accept-language': 'fr' }
    expect((await fetch(shortLink, { headers: preview, redirect: 'manual' })).status).toBe(302)
    const phone = { 'user-agent': 'Mozilla/5.0 (iPhone) Safari/604.1', 'accept-language': 'fr' }
    const head = { method: 'HEAD', headers: phone, redirect: 'manual' } as const
    expect((await fetch(shortLink, head)).status).toBe(302)

    const page = await (await visits.context({ language: 'fr' })).newPage()
    await answerFor(page, 'https://atelier-morel.fr/*', '<h1>Nos tables</h1>')
    await page.goto(shortLink)
    const { pathname, searchParams } = new URL(page.url())
    expect(pathname).toBe('/tables')
    expect(searchParams.get('utm_source')).toBe('bluesky')
    expect(searchParams.get('utm_medium')).toBe('social')
  }

  async function answer(page: Page) {
    await page.getByRole('navigation').getByRole('link', { name: 'Inbox' }).click()
    await page.getByRole('link', { name: new RegExp('Superbe') }).click({ timeout: 150_000 })
    await page.getByText('About our post').waitFor()
    await page.getByRole('textbox', { name: /^Reply to/ }).fill(ANSWER)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    const ours = page.getByRole('listitem').filter({ hasText: ANSWER })
    await ours.getByText('Published').waitFor({ timeout: 60_000 })
  }

  async function readWhatItBrought(page: Page) {
    await page.getByRole('navigation').getByRole('link', { name: 'Results' }).click()
    const row = page.getByRole('row').filter({ hasText: 'La table de Camille' })
    // Engagement, likes, reposts, replies, clicks: they come without loading the page again.
    await expect
      .poll(() => row.getByRole('cell').allInnerTexts(), { timeout: 180_000, interval: 500 })
      .toEqual(['3', '1', '1', '1', '1'])
    const csv = page.getByRole('link', { name: 'CSV' })
    const file = await page.request.get((await csv.getAttribute('href')) ?? '')
    expect(await file.text()).toContain('La table de Camille')
  }

  async function readHowClicksWereJudged(page: Page) {
    const links = await page.request.get('/api/v1/links')
    const { items } = (await links.json()) as { items: object[] }
    expect(items).toMatchObject([{ clicks: { human: 1, preview: 2, bot: 0, repeat: 0 } }])
  }
})

/** Answers in the place of a site that tests cannot reach; also when a redirect leads there. */
async function answerFor(page: Page, urlPattern: string, html: string) {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Fetch.enable', { patterns: [{ urlPattern }] })
  browser.on('Fetch.requestPaused', ({ requestId }) => {
    const body = Buffer.from(html).toString('base64')
    void browser.send('Fetch.fulfillRequest', { requestId, responseCode: 200, body })
  })
}

/** What the account has published, latest first, as its server keeps it. */
async function postsOf({ agent, did }: BlueskyPerson): Promise<Kept[]> {
  const { data } = await agent.com.atproto.repo.listRecords({
    repo: did,
    collection: 'app.bsky.feed.post',
  })
  return data.records.map(({ uri, value }) => ({ ...(value as AppBskyFeedPost.Record), uri }))
}
