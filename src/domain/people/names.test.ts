import { expect, test } from 'vitest'
import { openTestDesk } from '#support/desk.ts'
import { village, yanisSays } from '#support/village.ts'

const place = village()
const atelier = await openTestDesk({ connectors: [place.connector] })
const owner = await atelier.signUp()
await owner.post('/channels', { connectorId: 'village', fields: {} })

const calls = (remoteId: string, name: string, handle: string) =>
  yanisSays(`Bonjour de ${remoteId}`, {
    remoteId: `said-${remoteId}`,
    threadId: `thread-${remoteId}`,
    author: { remoteId, name, handle },
  })

test('no name of whoever writes to us turns its line around', async () => {
  place.said.push(
    calls('turned', '\u202eYanis\u2066 Haddad', '\u202b@yanis'),
    calls('nothing-else', '\u202e\u2069', '@nobody'),
    calls('nothing-at-all', '\u202e', '\u202e'),
    calls('arabic', 'يانيس حداد', '@yanis.ar'),
  )
  atelier.clock.advance(61_000)
  await atelier.settle()
  const { body } = await owner.get('/conversations')
  const names = body.items.map(({ contact }: { contact: { name: string } }) => contact.name)
  expect(names.toSorted()).toEqual(['@nobody', 'Yanis Haddad', 'nothing-at-all', 'يانيس حداد'])
  const shown = JSON.stringify(body)
  expect(shown).toContain('"@yanis"')
  expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
})
