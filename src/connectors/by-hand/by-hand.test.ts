import { expect, test } from 'vitest'
import { openDesk, signIn, value } from '#connectors/_contract/suite/desk.ts'
import kit from './contract.ts'
import { handed } from './handed.ts'
import connector from './index.ts'
import { KINDS } from './kinds.ts'
import { text } from './text.ts'

const named = async (fields: Record<string, string>) => {
  const { tools } = await openDesk(connector, kit)
  return value(await signIn(connector, kit, tools, fields)).account
}

test('steps of one’s own are kept as they were written', async () => {
  const account = await named({ kind: 'paper', name: 'Affiche', steps: ' Imprimer \n\nScotcher' })
  expect(handed(account).steps.map(({ fr }) => fr)).toEqual(['Imprimer', 'Scotcher'])
})

test('steps left as they were proposed are shown in the language of whoever does them', async () => {
  const proposed = KINDS['myspace']?.steps.map(({ fr }) => fr).join('\n') ?? ''
  const account = await named({ kind: 'myspace', name: 'Nous', steps: proposed })
  expect(handed(account).steps[0]?.en).toBe('Open your page and sign in')
})

test('one name is one account, whatever its capitals and accents', async () => {
  const [one, two] = [
    await named({ kind: 'paper', name: 'Affiche é' }),
    await named({ kind: 'paper', name: 'affiche E' }),
  ]
  expect(one.remoteId).toBe(two.remoteId)
})

test('a place that is closed says since when', async () => {
  const account = await named({ kind: 'google-plus', name: 'Notre cercle' })
  expect(handed(account).closed?.fr).toContain('2 avril 2019')
  expect(handed(await named(kit.fields)).closed).toBeUndefined()
})

test('an address ends before the punctuation that follows it', () => {
  expect(text.spans('Voir https://a.example/b. Merci')[0]?.value).toBe('https://a.example/b')
})
