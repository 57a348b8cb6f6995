import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slug, utmOfDelivery, withUtm } from './utm.ts'
import { addressProblem } from './web-address.ts'

const utm = { source: 'sandbox', medium: 'social', campaign: 'soldes-ete', content: '9f2c41aa' }
const tags = 'utm_source=sandbox&utm_medium=social&utm_campaign=soldes-ete&utm_content=9f2c41aa'

describe('the tags of a link', () => {
  test.each([
    ['https://atelier-morel.fr/chaises', `https://atelier-morel.fr/chaises?${tags}`],
    ['https://atelier-morel.fr', `https://atelier-morel.fr?${tags}`],
    ['https://atelier-morel.fr/?', `https://atelier-morel.fr/?${tags}`],
    [
      'https://atelier-morel.fr/?bois=ch%EAne&x=a+b',
      `https://atelier-morel.fr/?bois=ch%EAne&x=a+b&${tags}`,
    ],
    ['https://atelier-morel.fr/a#avis', `https://atelier-morel.fr/a?${tags}#avis`],
    ['https://atelier-morel.fr/a?b=1#/vue?c=2', `https://atelier-morel.fr/a?b=1&${tags}#/vue?c=2`],
  ])('%s', (address, expected) => {
    expect(withUtm(address, utm)).toBe(expected)
  })

  test('never replace those that Camille wrote herself', () => {
    const hers = 'https://atelier-morel.fr/?utm_source=lettre&UTM_Campaign=rentree'
    expect(withUtm(hers, utm)).toBe(`${hers}&utm_medium=social&utm_content=9f2c41aa`)
  })

  test('are added once, however often', () => {
    const once = withUtm('https://atelier-morel.fr/a?b=1#c', utm)
    expect(withUtm(once, utm)).toBe(once)
  })

  test('leave every other part of any address as it was', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const [page = '', fragment = ''] = withUtm(address, utm).split(/(?=#)/)
        const [given = '', givenFragment = ''] = address.split(/(?=#)/)
        expect(page.startsWith(given)).toBe(true)
        expect(fragment).toBe(givenFragment)
        expect(new URL(page).searchParams.get('utm_source')).toBe('sandbox')
      }),
    )
  })
})

describe('the tags of a delivery', () => {
  const delivery = {
    connectorId: 'sandbox',
    deliveryId: '0198f3a1-7c3e-7d10-8a44-5b6c9f2c41aa',
    text: 'Les soldes d’été commencent demain : https://atelier-morel.fr/soldes',
  }

  test('take the campaign that was given', () => {
    expect(utmOfDelivery({ ...delivery, campaign: 'Soldes d’été 2026' })).toEqual({
      source: 'sandbox',
      medium: 'social',
      campaign: 'soldes-d-ete-2026',
      content: '9f2c41aa',
    })
  })

  test('name the campaign after the first words of the post when there is none', () => {
    expect(utmOfDelivery(delivery).campaign).toBe('les-soldes-d-ete-commencent-demain')
  })

  test('have no campaign when the post is nothing but a link', () => {
    const bare = { ...delivery, text: 'https://atelier-morel.fr/soldes' }
    expect(utmOfDelivery(bare).campaign).toBeUndefined()
    expect(withUtm('https://a.fr/', utmOfDelivery(bare))).not.toContain('utm_campaign')
  })
})

describe('templates of tags', () => {
  const delivery = { connectorId: 'sandbox', deliveryId: '9f2c41aa', text: 'Nos tables' }

  test('lose the joints around what is missing', () => {
    const preset = { campaign: '{campaign}-{account}', content: '{account}' }
    const { campaign, content } = utmOfDelivery({ ...delivery, preset })
    expect([campaign, content]).toEqual(['nos-tables', undefined])
  })

  test('never break an address, and never say anything twice', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '{network}',
        '{account}',
        '{campaign}',
        '{post}',
        '&',
        '=',
        '#',
        '?',
        ' ',
        '\ud800',
      ),
    )
    const template = fc.array(word, { maxLength: 6 }).map((words) => words.join(''))
    const preset = fc.record(
      { source: template, medium: template, campaign: template, content: template },
      { requiredKeys: [] },
    )
    const carried = fc.subarray(['utm_source', 'UTM_MEDIUM', 'utm_campaign', 'utm_content', 'id'])
    const page = fc.webUrl({ withQueryParameters: true, withFragments: true })
    fc.assert(
      fc.property(
        page,
        carried,
        preset,
        fc.string(),
        fc.string(),
        (url, names, chosen, account, name) => {
          const [before = '', hash = ''] = url.split(/(?=#)/)
          const own = names.map((one) => `${one}=le-sien`).join('&')
          const address = before + (own ? (before.includes('?') ? '&' : '?') + own : '') + hash
          const tags = utmOfDelivery({ ...delivery, preset: chosen, account, campaignName: name })
          const leaves = withUtm(address, tags)
          expect(addressProblem(leaves)).toBe(addressProblem(address))
          expect(new URL(leaves).hash).toBe(new URL(address).hash)
          expect(new URL(leaves).host).toBe(new URL(address).host)
          const utms = [...new URL(leaves).searchParams.keys()]
            .map((key) => key.toLowerCase())
            .filter((key) => key.startsWith('utm_'))
          expect(utms).toEqual([...new Set(utms)])
          for (const one of names)
            expect(new URL(leaves).searchParams.getAll(one)).toContain('le-sien')
          expect(utms).toContain('utm_source')
        },
      ),
    )
  })
})

test('a slug speaks French', () => {
  expect(slug('  Œuvre d’été : « 20 % » sur le chêne ! ')).toBe('oeuvre-d-ete-20-sur-le-chene')
  expect(slug('?!')).toBe('')
})

describe('an address a link may lead to', () => {
  test.each([
    'https://atelier-morel.fr',
    'http://192.168.1.20:8080/catalogue',
    'https://atelier-morel.fr/chaises?bois=chêne#avis',
    'https://пример.рф/',
  ])('%s', (address) => {
    expect(addressProblem(address)).toBeUndefined()
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'ftp://atelier-morel.fr/',
    'atelier-morel.fr',
    '//atelier-morel.fr',
    'https:atelier-morel.fr',
    'https:///atelier-morel.fr',
    'https://camille:secret@atelier-morel.fr',
    'https://atelier-morel.fr\\@ailleurs.example',
    'https://atelier-morel.fr/\r\nSet-Cookie: a=b',
    ' https://atelier-morel.fr',
    '',
    `https://atelier-morel.fr/${'a'.repeat(8000)}`,
  ])('not %s', (address) => {
    expect(addressProblem(address)).toHaveProperty('fr')
  })
})
