import { existsSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { MediaView } from './api.ts'
import { noticeBoard } from '../testing/notice-board.ts'
import { openAtelier, openAtelierForOneTest } from '../testing/open-atelier.ts'

const atelier = await openAtelier()
const { camille, board, desk } = atelier

let shade = 0
/** Never the same picture twice. */
function jpeg(width = 60, height = 40): Promise<Buffer> {
  const background = { r: (shade += 9) % 250, g: 90, b: 60 }
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()
}

const send = (bytes: Uint8Array, name = 'chaise.jpg') =>
  camille.upload<MediaView>('/media', { name, type: 'image/jpeg', bytes })

describe('the library', () => {
  test('takes a picture in and shows it as it is', async () => {
    const { status, body } = await send(await jpeg(), 'Chaise Lyre.jpg')
    expect(status).toBe(201)
    expect(body).toMatchObject({
      type: 'image/jpeg',
      width: 60,
      height: 40,
      alt: '',
      fileName: 'Chaise Lyre.jpg',
    })
    const file = await camille.get(body.url)
    expect(file.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': "inline; filename*=UTF-8''Chaise%20Lyre.jpg",
    })
    expect((await sharp(file.raw).metadata()).width).toBe(60)
    const again = await camille.get(body.url, { 'if-none-match': String(file.headers['etag']) })
    expect(again.status).toBe(304)
  })

  test('shows a small still of it', async () => {
    const { body } = await send(await jpeg(2000, 1000))
    for (const _once of ['made', 'kept']) {
      const small = await camille.get(body.thumbnailUrl)
      expect(small.headers['content-type']).toBe('image/webp')
      expect(await sharp(small.raw).metadata()).toMatchObject({ width: 480, height: 240 })
    }
  })

  test('keeps the same picture once, whoever sends it', async () => {
    const bytes = await jpeg()
    const [first, second] = await Promise.all([send(bytes, 'a.jpg'), send(bytes, 'b.jpg')])
    expect(first.body.id).toBe(second.body.id)
  })

  test('remembers what a picture shows', async () => {
    const { body } = await send(await jpeg())
    await camille.patch(`/media/${body.id}`, { alt: 'Une chaise devant la Saône' })
    const { body: page } = await camille.get('/media?limit=200')
    expect(page.items.find((m: MediaView) => m.id === body.id).alt).toBe(
      'Une chaise devant la Saône',
    )
  })

  test('is read page by page, newest first', async () => {
    const sent: string[] = []
    for (let n = 0; n < 3; n++) {
      atelier.clock.advance(1000)
      sent.unshift((await send(await jpeg())).body.id)
    }
    const first = await camille.get('/media?limit=2')
    const second = await camille.get(`/media?limit=2&after=${first.body.next}`)
    const ids = [...first.body.items, ...second.body.items].map((m: MediaView) => m.id)
    expect(ids.slice(0, 3)).toEqual(sent)
  })

  test('refuses what is no picture, with a sentence, and never stumbles', async () => {
    const svg = await send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'logo.svg')
    expect([svg.status, svg.body]).toMatchObject([415, { code: 'media.vector' }])
    const text = await send(Buffer.from('bonjour'), 'notes.jpg')
    expect([text.status, text.body]).toMatchObject([415, { code: 'media.not_a_picture' }])
    const cut = await send((await jpeg(400, 400)).subarray(0, 600))
    expect([cut.status, cut.body]).toMatchObject([422, { code: 'media.damaged' }])
    const none = await camille.post('/media', { file: 'x' })
    expect([none.status, none.body.code]).toEqual([422, 'media.no_file'])
  })

  test('a name that climbs out of its folder is only a name', async () => {
    const { body } = await send(await jpeg(), '../../../etc/passwd.jpg')
    expect(body.fileName).toBe('passwd.jpg')
  })

  test('shows nothing to strangers or to other companies', async () => {
    const { body } = await send(await jpeg())
    expect((await atelier.stranger.get(body.url)).status).toBe(401)
    const { body: other } = await camille.post('/companies', {
      name: 'Autre',
      language: 'fr',
      timeZone: 'Europe/Paris',
    })
    const elsewhere = camille.of(other.id)
    expect((await elsewhere.get(`/media/${body.id}/file`)).status).toBe(404)
    expect((await elsewhere.delete(`/media/${body.id}`)).status).toBe(404)
  })
})

describe('deleting a picture', () => {
  test('removes it and its bytes', async () => {
    const { body } = await send(await jpeg())
    const file = await camille.get(body.url)
    await camille.get(body.thumbnailUrl)
    const sha256 = String(file.headers['etag']).replaceAll('"', '')
    expect(existsSync(desk.files.pathOf(sha256))).toBe(true)
    expect((await camille.delete(`/media/${body.id}`)).status).toBe(204)
    expect((await camille.get(body.url)).status).toBe(404)
    atelier.clock.advance(25 * 3_600_000)
    await atelier.settle()
    expect(existsSync(desk.files.pathOf(sha256))).toBe(false)
    expect((await camille.post(`/media/${body.id}/restore`)).status).toBe(404)
  })

  test('can be taken back for a day, or by sending it again', async () => {
    const bytes = await jpeg()
    const { body } = await send(bytes)
    await camille.patch(`/media/${body.id}`, { alt: 'Un tabouret' })
    await camille.delete(`/media/${body.id}`)
    expect((await camille.post(`/media/${body.id}/restore`)).body.alt).toBe('Un tabouret')
    await camille.delete(`/media/${body.id}`)
    expect((await send(bytes)).body).toMatchObject({ id: body.id, alt: 'Un tabouret' })
    atelier.clock.advance(25 * 3_600_000)
    await atelier.settle()
    expect((await camille.get(body.url)).status).toBe(200)
  })

  test('that another company keeps too leaves it theirs', async () => {
    const bytes = await jpeg()
    const ours = await send(bytes)
    const { body: other } = await camille.post('/companies', {
      name: 'Voisin',
      language: 'fr',
      timeZone: 'Europe/Paris',
    })
    const theirs = await camille
      .of(other.id)
      .upload('/media', { name: 'x.jpg', type: 'image/jpeg', bytes })
    await camille.delete(`/media/${ours.body.id}`)
    atelier.clock.advance(25 * 3_600_000)
    await atelier.settle()
    expect((await camille.of(other.id).get(theirs.body.url)).status).toBe(200)
  })

  test('that a post shows is refused; off the post, it may go', async () => {
    const { body } = await send(await jpeg(), 'en une.jpg')
    const { id, version } = await atelier.draft('Avec image', { mediaIds: [body.id] })
    const refused = await camille.delete(`/media/${body.id}`)
    expect([refused.status, refused.body.code]).toEqual([409, 'media.in_use'])
    expect(refused.body.detail).toContain('“en une.jpg”: Avec image (1 in all)')
    const { body: uses } = await camille.get(`/media/${body.id}/uses`)
    expect(uses).toEqual({ count: 1, posts: [{ id, excerpt: 'Avec image' }] })
    await camille.patch(`/posts/${id}`, { version, mediaIds: [] })
    expect((await camille.delete(`/media/${body.id}`)).status).toBe(204)
  })

  test('that only a further part of a thread shows is refused too', async () => {
    const { body } = await send(await jpeg())
    await atelier.draft('Un fil', { thread: [{ text: 'Suite', mediaIds: [body.id] }] })
    expect((await camille.delete(`/media/${body.id}`)).body.code).toBe('media.in_use')
  })
})

describe('looking for a picture', () => {
  const found = async (query: string) => {
    const { body } = await camille.get<{ items: { fileName: string }[] }>(`/media?${query}`)
    return body.items.map(({ fileName }) => fileName)
  }

  test('finds it by the words of its name or of what it shows, in any order', async () => {
    const { body } = await send(await jpeg(), 'Tabouret_2026.jpg')
    await camille.patch(`/media/${body.id}`, { alt: 'Un siège bas, près de l’établi' })
    expect(await found('search=%C3%A9tabli%20TABOURET')).toEqual(['Tabouret_2026.jpg'])
    expect(await found('search=tabouret_2026')).toEqual(['Tabouret_2026.jpg'])
    expect(await found('search=tabouret%25bas')).toEqual([])
    expect(await found('search=%C3%A9tabli&show=undescribed')).toEqual([])
  })

  test('tells those that posts show from those that none does', async () => {
    const { body } = await send(await jpeg(), 'coffre-montre.jpg')
    await send(await jpeg(), 'coffre-seul.jpg')
    const { id } = await atelier.draft('Le coffre', { mediaIds: [body.id] })
    expect(await found('search=coffre&show=used')).toEqual(['coffre-montre.jpg'])
    expect(await found('search=coffre&show=unused')).toEqual(['coffre-seul.jpg'])
    await camille.delete(`/posts/${id}`)
    expect(await found('search=coffre&show=used')).toEqual([])
  })
})

describe('what leaves with a post', () => {
  test('is made to fit the network, with its description', async () => {
    const noise = Uint8Array.from({ length: 900 * 600 * 3 }, (_, i) => (i * 7919) % 251)
    const heavy = await sharp(noise, { raw: { width: 900, height: 600, channels: 3 } })
      .webp({ quality: 100 })
      .toBuffer()
    const { body } = await send(heavy, 'lourde.webp')
    await camille.patch(`/media/${body.id}`, { alt: 'Du grain' })
    await atelier.scheduled('Lourde', undefined, { mediaIds: [body.id] })
    await atelier.settle()
    const [image] = board.pinned.find(({ text }) => text === 'Lourde')?.images ?? []
    expect(image).toMatchObject({ alt: 'Du grain' })
    expect(['image/jpeg', 'image/png']).toContain(image?.type)
    expect(image?.bytes.length).toBeLessThanOrEqual(100_000)
    expect(image && (await sharp(image.bytes).metadata()).width).toBe(image?.width)
  })

  test('a picture lost from disk fails that post with a reason, and no other', async () => {
    const { body } = await send(await jpeg(), 'perdue.jpg')
    const post = await atelier.scheduled('Perdue', '2026-12-01T09:00', { mediaIds: [body.id] })
    const file = await camille.get(body.url)
    await desk.files.remove(String(file.headers['etag']).replaceAll('"', ''))
    await atelier.scheduled('Intacte', '2026-12-01T09:00')
    await atelier.at('2026-12-01T09:00')
    expect(await atelier.delivery(post)).toMatchObject({
      state: 'failed',
      trouble: expect.stringContaining('no longer in the library'),
    })
    expect(board.pinned.some(({ text }) => text === 'Intacte')).toBe(true)
  })

  test('what cannot be made light enough is said when scheduling, not when leaving', async () => {
    const limit = { value: 300, source: 'made for tests', date: '2026-11-22' }
    const images = { max: limit, maxBytes: limit, types: ['image/png'] }
    const tiny = await openAtelierForOneTest(noticeBoard({ images }), ['lyon'])
    const noise = Uint8Array.from({ length: 80 * 80 * 3 }, (_, i) => (i * 7919) % 251)
    const bytes = await sharp(noise, { raw: { width: 80, height: 80, channels: 3 } })
      .png()
      .toBuffer()
    const { body } = await tiny.camille.upload('/media', {
      name: 'grain.png',
      type: 'image/png',
      bytes,
    })
    const { id, version } = await tiny.draft('Trop lourde', { mediaIds: [body.id] })
    const answer = await tiny.camille.post(`/posts/${id}/schedule`, { version })
    expect(answer.body.errors).toEqual([
      {
        pointer: '/mediaIds',
        detail: '“grain.png” cannot be made light enough for Panneau. Choose another picture.',
      },
    ])
  })
})
