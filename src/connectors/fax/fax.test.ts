import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LetterFor } from '#connectors/_contract/connector.ts'
import { failure, openDesk, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import kit from './contract.ts'
import type { FaxDouble } from './double.ts'
import { addressOf } from './gateways.ts'
import fax from './index.ts'
import { pagesOf } from './page.ts'
import { notPrinted, printed } from './text.ts'

const { publish, letters } = fax
if (!publish || !letters) throw new Error('fax does less than it did')

const letterTo = (address: string, more: Partial<LetterFor> = {}): LetterFor => ({
  to: { name: '', address },
  subject: '',
  text: 'L’atelier ouvre dimanche.\nÀ bientôt, à l’œuvre : 12 € !',
  language: 'fr',
  images: [],
  messageId: 'aaaa',
  at: new Date('2026-03-02T09:00:00+01:00'),
  unsubscribe: 'https://vigie.example/u/token',
  ...more,
})

const pagesIn = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0

describe('a fax', () => {
  test('leaves as a letter to the number at the gateway, with its pages and nothing else', async () => {
    const { tools, account, network } = await openDesk(fax, kit)
    const box = value(await letters.open(tools, account))
    value(await box.send(letterTo('+33478000000')))
    const [posting] = (network as FaxDouble).taken
    expect(posting).toMatchObject({
      from: { address: 'fax@atelier-morel.example' },
      to: { address: '33478000000@sinchfax.com' },
      text: '',
      pictures: [],
      files: [{ name: 'fax.pdf', type: 'application/pdf' }],
    })
    const [file] = posting?.files ?? []
    expect(Buffer.from(file?.bytes ?? []).toString('latin1')).toMatch(/^%PDF-1\.\d/)
  })

  test('is one page when it is short, more when it is long or shown, and the same each time', async () => {
    const short = letterTo('+33478000000')
    expect(pagesIn(await pagesOf('Atelier Morel', short))).toBe(1)
    expect(await pagesOf('Atelier Morel', short)).toEqual(await pagesOf('Atelier Morel', short))
    const long = letterTo('+33478000000', { text: 'Une table de chêne. '.repeat(250) })
    expect(pagesIn(await pagesOf('Atelier Morel', long))).toBeGreaterThan(1)
    const images = [await pictureOf('La table', 300, 400), await pictureOf('Le banc', 300, 400)]
    const shown = letterTo('+33478000000', { images })
    expect(pagesIn(await pagesOf('Atelier Morel', shown))).toBe(2)
  })

  test('of another alphabet is refused with the letter that cannot be printed', async () => {
    const { tools, account, delivery } = await openDesk(fax, kit)
    const refused = failure(await publish.publish(tools, account, delivery('Привет')))
    expect(refused).toMatchObject({ kind: 'rejected', field: 'text' })
    expect(refused.kind === 'rejected' && refused.reason.fr).toContain('П')
  })
})

describe('what is printed', () => {
  test('keeps French as it is, and leaves pictures out', () => {
    expect(printed('« Œuvre » : 12\u202f000 € 🪵👩🏽‍🔧 !')).toBe('« Œuvre » : 12\u00a0000 € !')
    expect(notPrinted('« Œuvre » : 12\u202f000 € 🪵 ™ © — …')).toBeNull()
  })

  test('is printed the same when it is printed again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        expect(printed(printed(words))).toBe(printed(words))
      }),
    )
  })
})

describe('connecting', () => {
  test.each([
    ['{number}@fax.example', '+33 4 78 00 00 00', '33478000000@fax.example'],
    ['fax-{number}@a.example', '+1 415 555 0100', 'fax-14155550100@a.example'],
  ])('by %s the number %s is %s', (pattern, number, address) =>
    expect(addressOf(pattern, number)).toBe(address),
  )

  test.each([
    ['pattern', { gateway: 'other', pattern: 'fax@a.example' }],
    ['pattern', { gateway: 'other', pattern: '' }],
    ['pattern', { gateway: 'other', pattern: '{number}@a.example, b@c.example' }],
    ['address', { address: 'nulle part' }],
    ['sender', { sender: 'Ателье' }],
    ['server', { server: '' }],
  ])('%s is refused when it is %o', async (field, typed) => {
    const { tools } = await openDesk(fax, kit)
    const failed = failure(await signIn(fax, kit, tools, { ...kit.fields, ...typed }))
    expect(failed).toMatchObject({ kind: 'rejected', field })
  })
})
