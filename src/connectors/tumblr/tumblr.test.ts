import { describe, expect, test } from 'vitest'
import { failure, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { watchedDesk } from '#connectors/_contract/suite/watch.ts'
import { blogIn } from './account.ts'
import kit from './contract.ts'
import tumblr from './index.ts'
import { multipart } from './multipart.ts'
import { paragraphs, text } from './text.ts'

const { publish, connect } = tumblr
if (!publish || !connect.refresh) throw new Error('Tumblr does less than it did')
const { refresh } = connect

const watched = () => watchedDesk(tumblr, kit)

describe('how Tumblr counts and reads', () => {
  test('in code points, as its blocks do', () => {
    expect(text.count('🌳é')).toBe(2)
    expect(text.count('👨👨👦')).toBe(3)
  })

  test('an empty line makes a paragraph, a new line does not', () => {
    expect(paragraphs('Un\nbanc\n\n \n\nDeux\n')).toEqual(['Un\nbanc', 'Deux'])
  })

  test.each([
    ['atelier-morel', 'atelier-morel'],
    ['Atelier-Morel.tumblr.com', 'atelier-morel'],
    ['https://www.tumblr.com/atelier-morel', 'atelier-morel'],
    ['@atelier-morel', 'atelier-morel'],
    ['www.davidslog.com', null],
    ['', null],
  ])('the blog in “%s” is %s', (typed, found) => expect(blogIn(typed)).toBe(found))
})

describe('a post', () => {
  test('has a block for each paragraph, its links at their code points, and tags', async () => {
    const { tools, account, delivery, sent } = await watched()
    const options = { tags: '#bois, chêne massif,,' }
    const words = delivery('🌳 Voir https://a.fr.\n\nÀ dimanche', { options })
    value(await publish.publish(tools, account, words))
    expect(JSON.parse(String(sent.at(-1)?.init.body))).toEqual({
      content: [
        {
          type: 'text',
          text: '🌳 Voir https://a.fr.',
          formatting: [{ start: 7, end: 19, type: 'link', url: 'https://a.fr' }],
        },
        { type: 'text', text: 'À dimanche' },
      ],
      state: 'published',
      tags: 'bois,chêne massif',
    })
  })

  test('with pictures is a form as Tumblr describes it', async () => {
    const { tools, account, delivery, sent } = await watched()
    const images = [await pictureOf('Un banc', 40, 30), await pictureOf('', 4, 3)]
    value(await publish.publish(tools, account, delivery('Vues', { images })))
    const { headers, body } = sent.at(-1)?.init ?? {}
    const [, boundary] =
      /^multipart\/form-data; boundary=(.+)$/.exec(headers?.['content-type'] ?? '') ?? []
    const parts = (await (body as Blob).text()).split(`--${boundary}`)
    expect(parts).toHaveLength(5)
    expect(parts[1]).toContain('form-data; name="json"\r\nContent-Type: application/json\r\n\r\n{')
    expect(parts[1]).toContain(
      '"media":[{"type":"image/png","identifier":"image-1","width":40,"height":30}],"alt_text":"Un banc"',
    )
    expect(parts[2]).toContain(
      'name="image-1"; filename="image-1.png"\r\nContent-Type: image/png\r\n\r\n',
    )
    expect(parts[4]).toBe('--\r\n')
  })

  test.each([
    ['a paragraph that is too long', 'é'.repeat(4097)],
    ['more links than Tumblr takes', 'https://a.fr '.repeat(101)],
    ['more paragraphs than Tumblr takes', 'Oui\n\n'.repeat(901)],
  ])('with %s is refused before', async (_, words) => {
    const { tools, account, delivery, sent } = await watched()
    const refused = failure(await publish.publish(tools, account, delivery(words)))
    expect(refused).toMatchObject({ kind: 'rejected', field: 'text' })
    expect(sent).toEqual([])
  })

  test('is found among many, and told from one with other pictures or of before', async () => {
    const { tools, account, delivery, clock } = await watched()
    value(await publish.publish(tools, account, delivery('Bonne semaine')))
    clock.advance(60_000)
    const one = delivery('Bonne semaine')
    expect(value(await publish.confirm(tools, account, one))).toBeNull()
    const made = value(await publish.publish(tools, account, one))
    for (let n = 0; n < 45; n++)
      value(await publish.publish(tools, account, delivery(`Autre ${n}`)))
    expect(value(await publish.confirm(tools, account, one))?.remoteId).toBe(made.remoteId)
    const pictured = delivery('Bonne semaine', { images: [await pictureOf('', 4, 3)] })
    expect(value(await publish.confirm(tools, account, pictured))).toBeNull()
  })

  test('is known by its address, in both of Tumblr’s ways', async () => {
    const { account } = await watched()
    const idIn = (url: string) => publish.idIn?.(account, new URL(url))
    expect(idIn('https://www.tumblr.com/atelier-morel/770001/un-banc')).toBe('770001')
    expect(idIn('https://atelier-morel.tumblr.com/post/770001/un-banc')).toBe('770001')
    expect(idIn('https://www.tumblr.com/autre/770001')).toBeNull()
    expect(idIn('https://a.fr/atelier-morel/770001')).toBeNull()
  })

  test('the file of a form is not read until it is sent', () => {
    const blob = new Blob(['pixels'], { type: 'image/png' })
    const { body } = multipart({}, [{ name: 'image-1', filename: 'image-1.png', blob }])
    expect(body.size).toBeGreaterThan(blob.size)
  })
})

describe('the access', () => {
  test('is renewed with the token of the last time; an older one is over', async () => {
    const { tools, account } = await watched()
    const renewed = value(await refresh(tools, account))
    expect(renewed.secrets['refreshToken']).not.toBe(account.secrets['refreshToken'])
    expect(failure(await refresh(tools, account)).kind).toBe('auth')
    value(await refresh(tools, { ...account, secrets: renewed.secrets }))
  })

  test('of somebody who does not write on the blog is refused, and the blogs are named', async () => {
    const { tools } = await watched()
    const refused = failure(await signIn(tumblr, kit, tools, { blog: 'autre' }))
    expect(refused.kind === 'rejected' && refused.reason.en).toContain('atelier-morel')
  })
})
