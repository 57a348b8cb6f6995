import { expect, test } from 'vitest'
import { foundOf, statusSchema } from './status.ts'

test('pictures are counted among what is attached; films and sounds are none', () => {
  const account = { id: '1', username: 'yanis', acct: 'yanis@bois.example' }
  const status = statusSchema.parse({
    id: '10',
    uri: 'https://bois.example/10',
    created_at: '2026-11-26T09:00:00Z',
    account,
    media_attachments: [{ type: 'image' }, { type: 'gifv' }, { type: 'video' }, { type: 12 }, null],
  })
  expect(foundOf(status).images).toBe(2)
})
