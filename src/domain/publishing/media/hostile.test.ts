import { readdir } from 'node:fs/promises'
import { request as open } from 'node:http'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { openFiles } from '#platform/files/files.ts'
import type { MediaView } from './api.ts'
import { openAtelier } from '../testing/open-atelier.ts'
import * as crafted from './fixtures/crafted.ts'

const atelier = await openAtelier()
const { camille, desk } = atelier

const send = (bytes: Uint8Array, name = 'chaise.jpg') =>
  camille.upload<MediaView & { code: string; detail: string }>('/media', {
    name,
    type: 'image/jpeg',
    bytes,
  })

async function kept(bytes: Uint8Array, name?: string): Promise<Buffer> {
  const { status, body } = await send(bytes, name)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return (await camille.get(body.url)).raw
}

const incoming = () =>
  readdir(path.join(path.dirname(desk.files.pathOf('0'.repeat(64))), '..', 'incoming')).catch(
    () => [],
  )

describe('a file that is two things at once leaves as a picture and nothing else', () => {
  const tails = {
    'a ZIP': 'PK\x03\x04MARQUEUR.exe',
    'a page': '<html><script>MARQUEUR</script></html>',
    'a program': ';/*MARQUEUR*/alert(1)',
    'a PDF': '%PDF-1.7 MARQUEUR',
    'a PHP page': '<?php MARQUEUR(); ?>',
  }
  for (const [what, tail] of Object.entries(tails)) {
    test(`a picture followed by ${what}`, async () => {
      const bytes = Buffer.from(tail, 'latin1')
      for (const picture of [await crafted.jpeg(), await crafted.png(), crafted.gifOf(3)]) {
        const clean = await kept(Buffer.concat([picture, bytes]))
        expect(clean.includes('MARQUEUR')).toBe(false)
      }
    })
  }

  test('a program hidden in the comment of a GIF or of a JPEG', async () => {
    const comment = Buffer.from('/*MARQUEUR*/')
    const inJpeg = crafted.withSegment(await crafted.jpeg(), 0xfe, comment)
    expect((await kept(inJpeg)).includes('MARQUEUR')).toBe(false)
    const gif = crafted.gifOf(2)
    const inGif = Buffer.concat([
      gif.subarray(0, 19),
      Buffer.from([0x21, 0xfe, comment.length]),
      comment,
      Buffer.from([0]),
      gif.subarray(19),
    ])
    expect((await kept(inGif)).includes('MARQUEUR')).toBe(false)
  })

  test('a page before the picture is a page', async () => {
    const page = Buffer.concat([Buffer.from('%PDF-1.7\n'), await crafted.jpeg()])
    expect((await send(page)).body).toMatchObject({ code: 'media.not_a_picture' })
  })
})

test('what a telephone adds is gone: place, author, camera, serial number, thumbnail; and it stands upright', async () => {
  const shot = await crafted.shotByTelephone()
  const marks = ['MARQUE', 'AUTEUR', 'SERIE', 'XMP', 'IPTC', 'MPF', 'COMMENTAIRE']
  for (const mark of marks) expect(shot.includes(`MARQUEUR-${mark}`), mark).toBe(true)
  const clean = await kept(shot)
  expect(clean.includes('MARQUEUR')).toBe(false)
  const { exif, xmp, iptc, icc, comments, width, height, orientation } =
    await sharp(clean).metadata()
  expect({ exif, xmp, iptc, icc, comments, orientation }).toEqual({})
  expect([width, height]).toEqual([100, 200])
})

describe('bombs', () => {
  test('a header that promises too many pixels is refused before they are made', async () => {
    for (const [width, height] of [
      [20_000, 20_000],
      [1_000_000, 65],
      [2 ** 31 - 1, 2 ** 31 - 1],
    ] as const) {
      const { status, body } = await send(await crafted.pngBomb(width, height))
      expect([status, body.code]).toEqual([422, expect.stringMatching(/too_many_pixels|damaged/)])
    }
  })

  test('an animation of a hundred thousand frames, or of a few huge ones', async () => {
    expect((await send(crafted.gifOf(100_000))).body).toMatchObject({
      code: 'media.too_many_frames',
    })
    expect((await send(crafted.gifOf(50, 8000, 8000))).body).toMatchObject({
      code: 'media.too_many_pixels',
    })
  })

  test('text and colour profiles that unfold without end cost nothing', async () => {
    const before = process.memoryUsage().rss
    for (const type of ['zTXt', 'iCCP'] as const) {
      const { status } = await send(await crafted.pngWithFolded(type, 250), `${type}.png`)
      expect([201, 422]).toContain(status)
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(150e6)
  })

  test('fifteen megabytes of colour profile in a photograph leave none', async () => {
    const part = Buffer.alloc(60_000, 7)
    part.write('ICC_PROFILE\0\x01\x01', 'latin1')
    const segments = Array.from({ length: 255 }, () =>
      Buffer.concat([Buffer.from([0xff, 0xe2, 0xea, 0x62]), part]),
    )
    const plain = await crafted.jpeg()
    const heavy = Buffer.concat([plain.subarray(0, 2), ...segments, plain.subarray(2)])
    const { status, body } = await send(heavy)
    if (status === 201) expect(body.bytes).toBeLessThan(5000)
    else expect(body.code).toBe('media.damaged')
  })

  test('a page of rows that never ends is cut by the pixels it promised', async () => {
    const rows = deflateSync(Buffer.alloc(300_000_000), { level: 1 })
    const picture = await crafted.png(8, 8)
    const end = picture.indexOf('IDAT') - 4
    const bytes = Buffer.concat([
      picture.subarray(0, end),
      crafted.chunk('IDAT', rows),
      crafted.chunk('IEND', Buffer.alloc(0)),
    ])
    const { status } = await send(bytes, 'rows.png')
    expect([201, 422]).toContain(status)
  })
})

describe('names', () => {
  test('keep their words and nothing that deceives', async () => {
    const odd = {
      '../../../etc/passwd.jpg': 'passwd.jpg',
      'C:\\\\Windows\\\\chaise.jpg': 'chaise.jpg',
      'chaise\u202egpj.exe': 'chaisegpj.exe',
      'chaise\u0000.php': 'chaise.php',
      '   ': 'picture',
    }
    let width = 300
    for (const [name, plain] of Object.entries(odd)) {
      const { status, body } = await send(await crafted.jpeg(width++, 20), name)
      expect([status, body.fileName]).toEqual([201, plain])
    }
  })

  test('and their extension is believed by nobody', async () => {
    const page = Buffer.from('<html><body onload=alert(1)>')
    expect((await send(page, 'photo.jpg')).body.code).toBe('media.not_a_picture')
    const { body } = await send(await crafted.png(31, 31), 'photo.html')
    expect((await camille.get(body.url)).headers['content-type']).toBe('image/png')
  })
})

describe('what is said, in both languages', () => {
  test.each([
    ['media.empty', new Uint8Array()],
    [
      'media.vector',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    ],
    ['media.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['media.not_a_picture', Buffer.from('bonjour')],
  ])('%s', async (code, bytes) => {
    const english = await send(bytes, 'logo.svg')
    const french = await camille
      .with({ 'accept-language': 'fr' })
      .upload('/media', { name: 'logo.svg', type: 'image/png', bytes })
    expect([english.body.code, french.body.code]).toEqual([code, code])
    expect(english.body.detail).toContain('“logo.svg”')
    expect(french.body.detail).toMatch(/^«\s?logo\.svg\s»/)
  })
})

describe('forms that are none', () => {
  const post = (payload: string, type: string) =>
    camille.post('/media', payload, { 'content-type': type })

  test('are refused with a sentence, never a stumble', async () => {
    const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
    const answers = [
      await post('', 'multipart/form-data; boundary=b'),
      await post('nothing of a form', 'multipart/form-data; boundary=b'),
      await post(`${head}\xff\xd8\xff cut`, 'multipart/form-data; boundary=b'),
      await post(`${head}`, 'multipart/form-data'),
      await post(
        '--b\r\ncontent-disposition: form-data; name="file"\r\n\r\nwords\r\n--b--',
        'multipart/form-data; boundary=b',
      ),
    ]
    for (const { status, body } of answers) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
      expect(body.detail).toBeTruthy()
    }
    expect(await incoming()).toEqual([])
  })
})

describe('a file of a gigabyte', () => {
  test('is cut at the limit, held nowhere, and answered with a sentence', async () => {
    const origin = await atelier.listen()
    const megabyte = Buffer.alloc(1_000_000, 7)
    let sent = 0
    const before = process.memoryUsage().rss
    const answer = await new Promise<string>((resolve, reject) => {
      const request = open(`${origin}/api/v1/media`, {
        method: 'POST',
        headers: { ...camille.headers, 'content-type': 'multipart/form-data; boundary=b' },
      })
      let answered = false
      request.on('response', (response) => {
        answered = true
        let text = ''
        response.on('data', (part) => (text += part))
        response.on('end', () => resolve(`${response.statusCode} ${text}`))
      })
      request.on('error', reject)
      request.write(
        '--b\r\ncontent-disposition: form-data; name="file"; filename="film.jpg"\r\n\r\n\xff\xd8\xff',
        'latin1',
      )
      const more = () => {
        if (answered || sent >= 1000) return request.end('\r\n--b--\r\n')
        sent++
        request.write(megabyte, () => setImmediate(more))
      }
      more()
    })
    expect(answer).toMatch(/^413 .*media\.too_heavy/)
    expect(answer).toContain('32')
    expect(sent).toBeLessThan(300)
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6)
    expect(await incoming()).toEqual([])
  })

  test('finds no room on a full disk, and that is said', async () => {
    const { files } = desk
    desk.files = openFiles(
      path.join(path.dirname(files.pathOf('0'.repeat(64))), 'full'),
      async () => 0,
    )
    const { status, body } = await send(await crafted.jpeg())
    desk.files = files
    expect([status, body.code]).toEqual([507, 'media.no_room'])
  })
})
