import { mkdir, readdir, rmdir } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { tablesOf } from '#platform/db/database.ts'
import { openAtelier } from '../testing/open-atelier.ts'
import type { PublishingTables } from '../tables.ts'

const atelier = await openAtelier()
const { camille, desk, board, config } = atelier

const noRoom = () =>
  vi
    .spyOn(desk.files, 'put')
    .mockRejectedValue(
      Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
    )

/** Too large for the board as it is, so that it is made smaller. */
async function picture(name: string): Promise<string> {
  const grain = Uint8Array.from({ length: 400 * 400 * 3 }, (_, i) => (i * 7919) % 251)
  const raw = { width: 400, height: 400, channels: 3 as const }
  const bytes = await sharp(grain, { raw }).png().toBuffer()
  const { body } = await camille.upload('/media', { name, type: 'image/png', bytes })
  return body.id
}

test('a picture sent to a desk whose disk is full is refused with a sentence, and nothing of it stays', async () => {
  const full = noRoom()
  const bytes = await sharp({
    create: { width: 9, height: 9, channels: 3, background: '#963' },
  })
    .png()
    .toBuffer()
  const french = camille.with({ 'accept-language': 'fr' })
  const { status, body } = await french.upload('/media', {
    name: 'banc.png',
    type: 'image/png',
    bytes,
  })
  full.mockRestore()
  expect([status, body.code]).toEqual([507, 'desk.disk_full'])
  expect(body.detail).toContain('libérer de la place')
  expect((await camille.get('/media')).body.items ?? (await camille.get('/media')).body).toEqual([])
})

test('the disk fills up before a post leaves: its picture is not given up, it leaves once there is room', async () => {
  const mediaIds = [await picture('table.png')]
  const post = await atelier.scheduled('Une table', '2026-11-24T09:00', { mediaIds })
  // What was made of it for the board is lost, as after a restore without renditions.
  await tablesOf<PublishingTables>(desk.db).deleteFrom('renditions').execute()
  const full = noRoom()
  await atelier.at('2026-11-24T09:00')
  expect(board.pinned).toEqual([])
  expect(await atelier.delivery(post)).toMatchObject({ state: 'planned', trouble: null })
  full.mockRestore()
  await atelier.after(5)
  expect(board.pinned.map(({ text, images }) => [text, images.length])).toEqual([['Une table', 1]])
})

test('what did not fit on the disk does not keep it full', async () => {
  const folder = path.join(config.dataDir, 'media')
  const before = await readdir(folder, { recursive: true })
  // Writing to a folder in the place of the file fails as late as a full disk does: once the draft is there.
  const bytes = Buffer.from('une planche')
  const sha256 = await desk.files.put(bytes)
  await desk.files.remove(sha256)
  await mkdir(desk.files.pathOf(sha256))
  await expect(desk.files.put(bytes)).rejects.toThrow()
  await rmdir(desk.files.pathOf(sha256))
  const after = await readdir(folder, { recursive: true })
  expect(after.filter((name) => !before.includes(name) && name.includes('.'))).toEqual([])
})
