import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import type { ProblemKind } from '#platform/http/problem.ts'
import * as kinds from './errors.ts'
import { fitPicture, fits } from './fit-picture.ts'
import { readPicture } from './read-picture.ts'

const oak = { r: 166, g: 123, b: 91 }
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: oak } })

/** Grain, so that it does not compress. */
const grainy = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })

const glassy = (width: number, height: number) =>
  sharp(randomBytes(width * height * 4), { raw: { width, height, channels: 4 } })

function animation(width: number, height: number, frames: number) {
  const raw = randomBytes(width * height * frames * 3)
  return sharp(raw, {
    raw: { width, height: height * frames, channels: 3, pageHeight: height },
  }).gif()
}

const refused = async (bytes: Uint8Array, name = 'chaise.jpg') =>
  readPicture(bytes, name).then(
    () => undefined,
    (problem: { kind: ProblemKind }) => problem.kind,
  )

describe('a picture that arrives', () => {
  test('keeps its kind and loses everything but its pixels: no camera, no location', async () => {
    const shot = await plain(200, 100)
      .withExif({
        IFD0: { Make: 'Atelier' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 46/1 0/1' },
      })
      .jpeg()
      .toBuffer()
    expect((await sharp(shot).metadata()).exif).toBeDefined()
    const picture = await readPicture(shot, 'chaise.jpg')
    const facts = await sharp(picture.bytes).metadata()
    expect(picture).toMatchObject({ type: 'image/jpeg', width: 200, height: 100, animated: false })
    expect([facts.exif, facts.xmp, facts.iptc, facts.comments]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  test('that the camera held sideways stands upright', async () => {
    const sideways = await plain(200, 100).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await readPicture(sideways, 'table.jpg')).toMatchObject({ width: 100, height: 200 })
  })

  test('is what its bytes say, not its name', async () => {
    const png = await plain(10, 10).png().toBuffer()
    expect(await readPicture(png, 'photo.jpg')).toMatchObject({ type: 'image/png' })
  })

  test('in AVIF becomes JPEG, a still GIF becomes PNG, a moving one keeps moving', async () => {
    expect((await readPicture(await plain(32, 32).avif().toBuffer(), 'a.avif')).type).toBe(
      'image/jpeg',
    )
    expect((await readPicture(await plain(32, 32).gif().toBuffer(), 'a.gif')).type).toBe(
      'image/png',
    )
    const moving = await readPicture(await animation(40, 30, 5).toBuffer(), 'copeaux.gif')
    expect(moving).toMatchObject({ type: 'image/gif', width: 40, height: 30, animated: true })
    expect((await sharp(moving.bytes).metadata()).pages).toBe(5)
  })
})

describe('refused with a reason', () => {
  test('a drawing with a program in it', async () => {
    const svg =
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    expect(await refused(Buffer.from(svg), 'logo.png')).toBe(kinds.vectorPicture)
  })

  test('a page, a program, an empty file, noise', async () => {
    for (const bytes of ['<html><img src=x></html>', 'MZ\x90\x00', 'GIF', '%PDF-1.7']) {
      expect(await refused(Buffer.from(bytes, 'latin1'))).toBe(kinds.notAPicture)
    }
    expect(await refused(randomBytes(5000))).toBe(kinds.notAPicture)
    expect(await refused(new Uint8Array())).toBe(kinds.emptyFile)
  })

  test('and no reader for them is left in the house', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    await expect(sharp(svg).png().toBuffer()).rejects.toThrow()
  })

  test('a format that few can read', async () => {
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
    expect(await refused(heic, 'IMG_1234.HEIC')).toBe(kinds.phonePicture)
  })

  test('a file that stops half-way, or that only begins like a picture', async () => {
    const whole = await grainy(300, 300).jpeg().toBuffer()
    expect(await refused(whole.subarray(0, whole.length / 2))).toBe(kinds.damagedPicture)
    const png = await grainy(300, 300).png().toBuffer()
    expect(await refused(png.subarray(0, png.length - 4000))).toBe(kinds.damagedPicture)
    expect(await refused(Buffer.concat([png.subarray(0, 8), randomBytes(2000)]))).toBe(
      kinds.damagedPicture,
    )
    expect(
      await refused(Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), randomBytes(2000)])),
    ).toBe(kinds.damagedPicture)
  })

  test('a small file that unfolds into a wall of pixels', async () => {
    const bomb = Buffer.from(await plain(10, 10).png().toBuffer())
    bomb.writeUInt32BE(20_000, 16)
    bomb.writeUInt32BE(20_000, 20)
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
    expect(await refused(bomb)).toBe(kinds.tooManyPixels)
  })

  test('more than 32 MB', async () => {
    expect(await refused(new Uint8Array(32_000_001))).toBe(kinds.tooHeavy)
  })
})

describe('made to fit a network', () => {
  const limits = { types: ['image/jpeg', 'image/png'], maxBytes: 1_000_000, maxPixels: 4_000_000 }
  const picture = async (image: Sharp) => readPicture(await image.toBuffer(), 'photo')

  test('what fits already is left alone, to the byte', async () => {
    const small = await picture(plain(800, 600).jpeg())
    expect(await fitPicture(small, limits)).toBe(small)
  })

  test('too many pixels: made smaller in the same proportions', async () => {
    const fitted = await fitPicture(await picture(plain(4000, 2000).jpeg()), limits)
    expect(fitted && fits(fitted, limits)).toBe(true)
    expect((fitted?.width ?? 0) / (fitted?.height ?? 1)).toBeCloseTo(2, 1)
    expect((fitted?.width ?? 0) * (fitted?.height ?? 0)).toBeGreaterThan(3_900_000)
  })

  test('too heavy: lighter first, then smaller', async () => {
    const fitted = await fitPicture(
      await picture(grainy(1500, 1000).jpeg({ quality: 100 })),
      limits,
    )
    expect(fitted && fits(fitted, limits)).toBe(true)
  })

  test('a heavy transparent drawing keeps its shape on a white ground where only photographs fit', async () => {
    const fitted = await fitPicture(await picture(glassy(900, 900).png()), limits)
    expect(fitted).toMatchObject({ type: 'image/jpeg' })
    expect(fitted && fits(fitted, limits)).toBe(true)
  })

  test('a type the network does not take is changed for one it takes', async () => {
    const fitted = await fitPicture(await picture(plain(300, 300).webp()), {
      ...limits,
      types: ['image/jpeg'],
    })
    expect(fitted?.type).toBe('image/jpeg')
  })

  test('an animation stays an animation, or is refused rather than frozen', async () => {
    const moving = await picture(animation(60, 60, 8))
    expect(await fitPicture(moving, { ...limits, types: ['image/gif'] })).toBe(moving)
    expect(await fitPicture(moving, limits)).toBeNull()
    const lighter = await fitPicture(moving, {
      types: ['image/gif'],
      maxBytes: moving.bytes.length / 2,
      maxPixels: null,
    })
    expect(lighter === null || (await sharp(lighter.bytes).metadata()).pages === 8).toBe(true)
  })

  test('no picture can be a hundred bytes: told, not looped on', async () => {
    expect(
      await fitPicture(await picture(grainy(500, 500).jpeg()), { ...limits, maxBytes: 100 }),
    ).toBeNull()
  })
})
