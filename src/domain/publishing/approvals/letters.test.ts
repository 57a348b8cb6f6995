import { expect, test } from 'vitest'
import { tablesOf } from '#platform/db/database.ts'
import { openNewsroom } from '../testing/open-newsroom.ts'
import type { PublishingTables } from '../tables.ts'
import { sendNext } from '#platform/jobs/sendings.ts'
import { approvalNotices } from './send-notices.ts'

const room = await openNewsroom()
const { desk, letters, at, submitted, decides, edits, settle, clock } = room
const sofiaAt = 'sofia@atelier-morel.example'
const yanisAt = 'yanis@atelier-morel.example'
const to = (address: string) =>
  letters.filter((letter) => letter.to === address).map(({ subject }) => subject)
const forget = () => void (letters.length = 0)

test('a reviewer is told once that a post waits, once before its hour, and its author once when that is past', async () => {
  const post = await submitted('Trois lettres', '2026-11-26T09:00')
  await settle()
  expect(to(sofiaAt)).toEqual(['À valider\u00a0: une publication de Atelier Morel'])
  expect(letters[0]?.text).toContain('Trois lettres')
  expect(letters[0]?.text).toContain(`/approvals?post=${post.id}`)
  await at('2026-11-25T09:00')
  await at('2026-11-25T10:00')
  expect(to(sofiaAt)).toHaveLength(2)
  await at('2026-11-26T09:00')
  await at('2026-11-26T12:00')
  expect(to(sofiaAt)).toHaveLength(2)
  expect(to(yanisAt)).toEqual(['Non validée à temps\u00a0: une publication de Atelier Morel'])
  expect(await room.read(post)).toMatchObject({ status: 'in-review' })
})

test('what is decided needs no reminder, and its author is told', async () => {
  forget()
  const post = await submitted('Vite lue', '2026-11-29T09:00')
  await settle()
  await decides(room.sofia, post, 'changes', 'Le prix manque.')
  await settle()
  expect(letters.at(-1)).toMatchObject({ to: yanisAt })
  expect(letters.at(-1)?.text).toContain('Le prix manque.')
  await edits(room.yanis, post, { text: 'Vite lue, 450 €' })
  await settle()
  expect(to(sofiaAt)).toHaveLength(2)
  await decides(room.sofia, post, 'approve')
  await settle()
  expect(to(yanisAt)).toHaveLength(2)
  await at('2026-11-28T09:00')
  expect(to(sofiaAt)).toHaveLength(2)
})

test('another hour is another deadline, reminded of once more', async () => {
  forget()
  const post = await submitted('Repoussée', '2026-11-30T09:00')
  await at('2026-11-29T09:00')
  expect(to(sofiaAt)).toHaveLength(2)
  const { version } = await room.read(post)
  await room.yanis.post(`/posts/${post.id}/move`, { wallTime: '2026-12-02T09:00', version })
  await at('2026-12-01T09:00')
  expect(to(sofiaAt)).toHaveLength(3)
})

test('a desk killed while it sends never sends the same letter twice', async () => {
  forget()
  await submitted('Coupure', '2026-12-05T09:00')
  const dying = { ...desk, mail: { ...desk.mail, send: () => Promise.reject(new Error('killed')) } }
  await expect(sendNext(dying, approvalNotices)).rejects.toThrow('killed')
  await settle()
  // Camille and Sofia may approve; one of the two letters was under way.
  expect(letters).toHaveLength(1)
})

test('a mail server that takes nothing now is asked again later', async () => {
  forget()
  await submitted('Plus tard', '2026-12-06T09:00')
  const busy = {
    ...desk,
    mail: { ...desk.mail, send: async () => ({ outcome: 'later' as const, said: '451' }) },
  }
  expect(await sendNext(busy, approvalNotices)).toBe(true)
  expect(await sendNext(busy, approvalNotices)).toBe(true)
  await settle()
  expect(letters).toEqual([])
  clock.advance(6 * 60_000)
  await settle()
  expect(to(sofiaAt)).toHaveLength(1)
})

test('in a practice company nobody gets a letter', async () => {
  forget()
  const { body: company } = await room.camille.get('/companies/current')
  await tablesOf<PublishingTables & { companies: { id: string; practice: boolean } }>(desk.db)
    .updateTable('companies')
    .set({ practice: true })
    .where('id', '=', company.id)
    .execute()
  await submitted('Pour de faux', '2026-12-07T09:00')
  await settle()
  expect(letters).toEqual([])
})
