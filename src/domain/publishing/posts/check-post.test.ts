import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { CheckView } from './check-shapes.ts'
import { openAtelier } from '../testing/open-atelier.ts'

const atelier = await openAtelier()
const { camille, accounts } = atelier
const lyon = accounts['lyon']

async function check(post: object, handle = 'lyon') {
  const variants = [{ channelId: accounts[handle] }]
  const { body } = await camille.post<CheckView>('/posts/check', { variants, ...post })
  const [first] = body.channels
  if (!first) throw new Error('no account was checked')
  return first
}

const sentences = (findings: { sentence: string }[]) => findings.map(({ sentence }) => sentence)

async function picture(name: string, alt = '', animated = false): Promise<string> {
  const raw = {
    raw: {
      width: 20,
      height: animated ? 40 : 20,
      channels: 3 as const,
      ...(animated ? { pageHeight: 20 } : {}),
    },
  }
  const grain = Uint8Array.from(
    { length: 20 * 40 * 3 },
    (_, i) => (i * 31 + (name.codePointAt(0) ?? 0) * 7) % 256,
  )
  const image = sharp(grain.subarray(0, 20 * raw.raw.height * 3), raw)
  const bytes = animated ? await image.gif().toBuffer() : await image.png().toBuffer()
  const { body } = await camille.upload('/media', { name, type: 'image/png', bytes })
  if (alt) await camille.patch(`/media/${body.id}`, { alt })
  return body.id
}

describe('the margin of the composer', () => {
  test('counts as the network counts', async () => {
    expect(await check({ text: 'Chêne 🪑' })).toMatchObject({
      channelId: lyon,
      length: 7,
      max: 100,
      problems: [],
    })
  })

  test('says by how much a text is too long, and where it folds', async () => {
    expect(sentences((await check({ text: 'o'.repeat(101) })).problems)).toEqual([
      'Too long for Panneau by one character (limit: 100).',
    ])
    expect(sentences((await check({ text: 'o'.repeat(61) })).advice)).toContain(
      'Panneau folds the text after 60 characters: say the main thing before.',
    )
  })

  test('nudges for a picture, and for the description of one that has none', async () => {
    expect(sentences((await check({ text: 'Sans image' })).advice)).toContain(
      'A picture would make it more visible.',
    )
    const bare = await picture('chaise.png')
    expect(sentences((await check({ text: 'Avec', mediaIds: [bare] })).advice)).toEqual([
      'One picture has no description: people who cannot see it will miss it.',
    ])
    const described = await picture('table ronde.png', 'Une table ronde en frêne')
    expect((await check({ text: 'Avec', mediaIds: [described] })).advice).toEqual([])
  })

  test('refuses what the network cannot show', async () => {
    const ids = [await picture('un.png'), await picture('deux.png.'), await picture('trois.png..')]
    expect(sentences((await check({ mediaIds: ids })).problems)).toEqual([
      'Panneau shows 2 pictures at most: take off 1.',
    ])
    const moving = await picture('copeaux.gif', '', true)
    expect(sentences((await check({ mediaIds: [moving] })).problems)).toEqual([
      'Panneau shows no moving pictures: replace “copeaux.gif” by a still.',
    ])
    const talkative = await picture('longue.png', 'o'.repeat(45))
    expect(sentences((await check({ mediaIds: [talkative] })).problems)).toEqual([
      'The description of “longue.png” is too long for Panneau by 5 characters.',
    ])
  })

  test('an empty post has nothing to say', async () => {
    expect(sentences((await check({ text: ' \n ' })).problems)).toEqual([
      'Panneau publishes nothing empty: write a text or add a picture.',
    ])
  })

  test('tells what becomes of its links', async () => {
    const { body: shop } = await camille.post('/companies', {
      name: 'Boutique',
      language: 'fr',
      timeZone: 'Europe/Paris',
    })
    const there = camille.of(shop.id)
    const { body: channel } = await there.post('/channels', {
      connectorId: 'board',
      fields: { handle: 'boutique' },
    })
    const fate = async (text: string) => {
      const variants = [{ channelId: channel.id }]
      const { body } = await there.post<CheckView>('/posts/check', { text, variants })
      return sentences(body.channels[0]?.advice ?? []).filter((advice) => advice.includes('links'))
    }
    const short = 'Voir https://atelier-morel.example/chaises/lyre/en-chene'
    expect(await fate(short)).toEqual([
      'Clicks on its links cannot be counted: this desk has no public address (Settings).',
    ])
    await there.patch('/companies/current', { publicUrl: 'https://liens.atelier-morel.example' })
    expect(await fate(short)).toEqual([
      'Its links leave as short links of yours, and their clicks are counted.',
    ])
    expect(await fate(`${'o'.repeat(70)} https://a.example`)).toEqual([
      'Its links stay as they are, uncounted: with short links the text would be too long for Panneau.',
    ])
    expect(await fate('Sans lien')).toEqual([])
  })

  test('writes in the reader’s language', async () => {
    const variants = [{ channelId: lyon }]
    const { body } = await camille.post(
      '/posts/check',
      { text: '', variants },
      { 'accept-language': 'fr' },
    )
    expect(body.channels[0].problems[0].sentence).toContain('Panneau ne publie rien de vide')
  })

  test('says nothing of an account that is not ours, and keeps nothing', async () => {
    const { body } = await camille.post<CheckView>('/posts/check', {
      text: 'x',
      variants: [{ channelId: '00000000-0000-4000-8000-000000000000' }],
    })
    expect(body.channels).toEqual([])
    expect((await camille.get('/posts')).body).toEqual([])
  })
})
