import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LetterFor } from '#connectors/_contract/connector.ts'
import { failure, openDesk, signIn, value } from '#connectors/_contract/suite/desk.ts'
import kit from './contract.ts'
import { ourKeys } from './double-ovh.ts'
import type { SmsDouble } from './double.ts'
import sms from './index.ts'
import { signature } from './ovh.ts'
import { replyStop } from './stop-words.ts'
import { partsOf, plain } from './text.ts'

const ovhFields = { provider: 'ovh', sender: 'Morel', service: 'sms-ab1-1', ...ourKeys }
const yanis = '+33612345678'

const letterTo = (address: string, more: Partial<LetterFor> = {}): LetterFor => ({
  to: { name: '', address },
  subject: '',
  text: 'L’atelier ouvre dimanche.',
  language: 'fr',
  images: [],
  messageId: 'aaaa',
  at: new Date('2026-03-02T09:00:00+01:00'),
  unsubscribe: 'https://vigie.example/u/token',
  ...more,
})

/** A desk whose account was opened by these fields, and how it writes to one person. */
async function connected(fields: Record<string, string>, aheadMs = 0) {
  const desk = await openDesk(sms, { ...kit, fields: { ...kit.fields, ...fields } }, aheadMs)
  const open = () => sms.letters?.open(desk.tools, desk.account)
  return {
    desk,
    network: desk.network as SmsDouble,
    async write(letter: LetterFor) {
      const opened = await open()
      if (!opened) throw new Error('sms has letters')
      return opened.ok ? opened.value.send(letter) : opened
    },
  }
}

describe('a message is counted as telephones count it', () => {
  test.each([
    ['', 'gsm', 0],
    ['a'.repeat(160), 'gsm', 1],
    ['a'.repeat(161), 'gsm', 2],
    ['a'.repeat(306), 'gsm', 2],
    ['a'.repeat(307), 'gsm', 3],
    ['€'.repeat(80), 'gsm', 1],
    // A euro takes two characters and never stands half in one part: 76 of them, then the 77th.
    ['€'.repeat(153), 'gsm', 3],
    ['ê'.repeat(70), 'ucs2', 1],
    ['ê'.repeat(71), 'ucs2', 2],
    ['ê'.repeat(134), 'ucs2', 2],
    ['ê'.repeat(135), 'ucs2', 3],
    ['🪵'.repeat(35), 'ucs2', 1],
    ['🪵'.repeat(67), 'ucs2', 3],
    ['Où déjà ? À', 'ucs2', 1],
  ])('%j', (words, alphabet, parts) => {
    expect(partsOf(words)).toMatchObject({ alphabet, parts })
  })

  test('the words that say how to stop never change the alphabet', () => {
    for (const words of Object.values(replyStop)) expect(partsOf(words).alphabet).toBe('gsm')
  })

  test('one more sign never makes fewer parts, and parts hold what they hold', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 400 })
    fc.assert(
      fc.property(words, fc.string({ unit: 'grapheme', maxLength: 1 }), (before, sign) => {
        const { parts, units, alphabet } = partsOf(before)
        expect(partsOf(before + sign).parts).toBeGreaterThanOrEqual(parts)
        const [alone, each] = alphabet === 'gsm' ? [160, 153] : [70, 67]
        expect(units).toBeLessThanOrEqual(parts > 1 ? parts * each : alone)
        // At most one character of each part is left empty, by a sign of two.
        if (parts > 1) expect(units).toBeGreaterThan((parts - 1) * (each - 1))
      }),
    )
  })

  test('plain words stay plain, and letters are never touched', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (words) => {
        expect(plain(plain(words))).toBe(plain(words))
        expect(plain(words).match(/\p{L}/gu)).toEqual(words.match(/\p{L}/gu))
      }),
    )
    expect(plain('« L’été »\u202f: œuvre…')).toBe('"L\'été" : œuvre...')
  })
})

describe('Twilio', () => {
  test('takes the words by a number, with how to stop', async () => {
    const { write, network } = await connected({})
    value(await write(letterTo(yanis)))
    value(await write(letterTo(yanis, { language: 'en', text: 'Open on Sunday' })))
    value(await write(letterTo(yanis, { text: 'Ouvert. STOP au 36111' })))
    expect(network.taken).toEqual([
      {
        to: yanis,
        from: '+33700000001',
        words: "L'atelier ouvre dimanche.\nRépondez STOP pour ne plus en recevoir",
      },
      { to: yanis, from: '+33700000001', words: 'Open on Sunday\nReply STOP to end' },
      { to: yanis, from: '+33700000001', words: 'Ouvert. STOP au 36111' },
    ])
  })

  test('takes them by a service of its own', async () => {
    const service = `MG${'0b'.repeat(16)}`
    const { write, network } = await connected({ sender: service })
    value(await write(letterTo(yanis)))
    expect(network.taken[0]?.from).toBe(service)
  })

  test('a name cannot be answered: the way out is the page of the desk', async () => {
    const { write, network } = await connected({ sender: 'Morel' })
    value(await write(letterTo(yanis, { text: 'Ouvert' })))
    expect(network.taken[0]?.words).toBe('Ouvert\nSTOP: https://vigie.example/u/token')
  })

  test('whoever answered STOP, and what is no number, are refused by the number', async () => {
    const { write, network } = await connected({})
    network.stopped.add(yanis)
    for (const to of [yanis, '+33']) {
      expect(failure(await write(letterTo(to)))).toMatchObject({ kind: 'rejected', field: 'to' })
    }
    expect(network.taken).toEqual([])
  })

  test('a sender that is refused is not the fault of the person; a full queue waits', async () => {
    const { desk, write } = await connected({})
    const says = (code: number) =>
      desk.faults.next((request) => kit.publishes?.(request) ?? false, {
        answer: Response.json({ code, message: 'no' }, { status: 400 }),
      })
    says(21606)
    const refused = failure(await write(letterTo(yanis)))
    expect(refused.kind).toBe('rejected')
    expect(refused).not.toHaveProperty('field')
    says(21611)
    expect(failure(await write(letterTo(yanis))).kind).toBe('rate')
  })

  test('while the account is suspended messages wait', async () => {
    const { desk, write } = await connected({})
    const body = { sid: 'AC', friendly_name: 'Atelier', status: 'suspended' }
    desk.faults.next(() => true, { answer: Response.json(body) })
    expect(failure(await write(letterTo(yanis))).kind).toBe('transient')
  })
})

describe('OVHcloud', () => {
  test('signs as it is documented', () => {
    const keys = { applicationKey: 'AK', applicationSecret: 'AS', consumerKey: 'CK' }
    const call = {
      method: 'GET',
      url: 'https://eu.api.ovh.com/1.0/me',
      body: '',
      at: 1_366_560_945,
    }
    expect(signature(keys, call)).toEqual({
      'x-ovh-application': 'AK',
      'x-ovh-consumer': 'CK',
      'x-ovh-timestamp': '1366560945',
      'x-ovh-signature': '$1$302a5fe8c63712cdc1af50a6ff18f5b370d7b4c1',
    })
  })

  test.each([0, 600_000, -600_000])(
    'takes the words, whatever our clock says (%i ms off)',
    async (aheadMs) => {
      const { write, network } = await connected(ovhFields, aheadMs)
      value(await write(letterTo(yanis)))
      expect(network.taken).toEqual([
        { to: yanis, from: 'Morel', words: "L'atelier ouvre dimanche." },
      ])
    },
  )

  test('whoever answered STOP is not even asked for; what it does not take is refused', async () => {
    const { write, network, desk } = await connected(ovhFields)
    network.stopped.add(yanis)
    expect(failure(await write(letterTo(yanis)))).toMatchObject({ kind: 'rejected', field: 'to' })
    expect(desk.faults.asked.filter(({ method }) => method === 'POST')).toEqual([])
    expect(failure(await write(letterTo('+33')))).toMatchObject({ kind: 'rejected', field: 'to' })
  })

  test('without credits messages wait', async () => {
    const { write, network } = await connected(ovhFields)
    network.credits.left = 0
    expect(failure(await write(letterTo(yanis))).kind).toBe('transient')
    expect(network.taken).toEqual([])
  })

  test('a doubt is named one', async () => {
    const { desk, write } = await connected(ovhFields)
    desk.faults.next(({ method }) => method === 'POST', 'timeout-after')
    expect(failure(await write(letterTo(yanis))).kind).toBe('unknown-outcome')
  })
})

describe('connecting', () => {
  test.each([
    ['a sender that is none', { sender: 'É' }, 'sender'],
    ['a field of the provider left empty', { sid: '' }, 'sid'],
    ['a token that is wrong', { authToken: 'non' }, 'authToken'],
    ['a consumer key that is wrong', { ...ovhFields, consumerKey: 'non' }, 'consumerKey'],
    ['a secret that is wrong', { ...ovhFields, applicationSecret: 'non' }, 'consumerKey'],
    ['a sender that OVHcloud does not list', { ...ovhFields, sender: 'Dupont' }, 'sender'],
    ['a service of Twilio at OVHcloud', { ...ovhFields, sender: `MG${'0b'.repeat(16)}` }, 'sender'],
  ])('%s is shown by its field', async (_, fields, field) => {
    const { tools } = await openDesk(sms, kit)
    const refused = failure(await signIn(sms, kit, tools, { ...kit.fields, ...fields }))
    expect(refused).toMatchObject({ kind: 'rejected', field })
  })
})

test('a picture is refused, with what to do', async () => {
  const { desk } = await connected({})
  const image = { bytes: new Uint8Array(1), type: 'image/png', width: 1, height: 1, alt: '' }
  const sent = await sms.publish?.publish(
    desk.tools,
    desk.account,
    desk.delivery('Le banc', { images: [image] }),
  )
  expect(sent).toMatchObject({ ok: false, failure: { kind: 'rejected', field: 'images' } })
})
