import { describe, expect, test } from 'vitest'
import type { Account, LetterFor, Outgoing } from '#connectors/_contract/connector.ts'
import { failure, openDesk, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { MailFailure } from '#platform/mail/courier.ts'
import kit from './contract.ts'
import newsletter from './index.ts'
import { postingOf } from './letters.ts'
import { failureOf } from '#connectors/_mail/smtp-words.ts'
import { subjectOf } from './subject.ts'

const { publish } = newsletter
if (!publish) throw new Error('the newsletter does less than it did')

const account: Account = {
  remoteId: 'lettre@atelier-morel.example',
  handle: 'lettre@atelier-morel.example',
  settings: {
    name: 'Atelier Morel',
    sender: 'Atelier Morel, 69001 Lyon',
    replyTo: 'bonjour@atelier-morel.example',
    host: 'smtp.example',
    port: 587,
  },
  secrets: {},
}

const letter: LetterFor = {
  to: { name: 'Yanis', address: 'yanis@example.org' },
  subject: 'Un banc <neuf>',
  text: 'Voir https://atelier-morel.fr/a?b=1&c=2.\n\nÀ "bientôt"\n<script>',
  language: 'fr',
  images: [],
  messageId: 'aaaa',
  at: new Date('2026-03-02T09:00:00+01:00'),
  unsubscribe: 'https://vigie.example/u/token',
}

test('the subject is written apart, or is the first line', () => {
  expect(subjectOf('Bonjour\n\nLe banc est là.', undefined)).toEqual({
    subject: 'Bonjour',
    body: 'Le banc est là.',
  })
  expect(subjectOf('Bonjour\nLe banc', ' Un  banc ')).toEqual({
    subject: 'Un banc',
    body: 'Bonjour\nLe banc',
  })
  expect(subjectOf('Une seule ligne', '')).toEqual({
    subject: 'Une seule ligne',
    body: 'Une seule ligne',
  })
})

describe('a letter', () => {
  test('says twice the same, and how to leave, and who writes', async () => {
    const images = [await pictureOf('Le banc', 800, 400)]
    const { text, html, pictures } = postingOf(account, { ...letter, images })
    for (const part of [text, html]) {
      expect(part).toContain('https://vigie.example/u/token')
      expect(part).toContain('Atelier Morel, 69001 Lyon')
      expect(part).toContain('Le banc')
    }
    expect(html).toContain('<a href="https://atelier-morel.fr/a?b=1&amp;c=2"')
    expect(html).toContain('À &quot;bientôt&quot;<br>&lt;script&gt;')
    expect(html).toContain('src="cid:picture-1@vigie" alt="Le banc" width="560" height="280"')
    expect(html).not.toMatch(/src="http/)
    expect(pictures).toMatchObject([{ cid: 'picture-1@vigie', type: 'image/png' }])
  })

  test('names its list, the way out by one click, and itself', () => {
    expect(postingOf(account, letter)).toMatchObject({
      messageId: 'aaaa@atelier-morel.example',
      replyTo: 'bonjour@atelier-morel.example',
      headers: {
        'List-Unsubscribe': '<https://vigie.example/u/token>',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'List-Id': '<lettre.atelier-morel.example>',
      },
    })
  })
})

test('a letter offers to be left by mail only where that mail is read', () => {
  const withBox = (user: string) => ({
    ...account,
    settings: { ...account.settings, mailbox: { host: 'imap.example', port: 993, user } },
  })
  const waysOf = (user: string) => postingOf(withBox(user), letter).headers['List-Unsubscribe']
  expect(waysOf('bonjour@atelier-morel.example')).toBe(
    '<https://vigie.example/u/token>, <mailto:bonjour@atelier-morel.example?subject=unsubscribe-token>',
  )
  expect(waysOf('camille@atelier-morel.example')).toBe('<https://vigie.example/u/token>')
})

test('an answer stays in its thread, by its own name', async () => {
  const { tools, network, account: ours, delivery } = await openDesk(newsletter, kit)
  const remoteId = network.speak?.('Combien ?', null) ?? ''
  const page = value((await newsletter.inbox?.read(tools, ours, null)) ?? never)
  const [{ data = {} } = {}] = page.items
  expect(data).toMatchObject({ to: 'yanis@example.org', subject: 'Re: Un banc neuf' })
  const answer = delivery('Deux cents euros', { replyTo: { remoteId, data } })
  const { remoteId: own } = value(await publish.publish(tools, ours, answer))
  expect(own).toBe(`${answer.id}@atelier-morel.example`)
  const noData = delivery('Bonjour', { replyTo: { remoteId } })
  expect(failure(await publish.publish(tools, ours, noData)).kind).toBe('rejected')
})

test('what the server says of an address is told from what it says of a letter', () => {
  const clock = { now: () => new Date() }
  const said = (command: string) =>
    new MailFailure('letter', Object.assign(new Error('550 no'), { responseCode: 550, command }))
  const read = (command: string) => failureOf({ clock }, 'smtp.example', said(command)).failure
  expect(read('RCPT TO')).toMatchObject({ kind: 'rejected', field: 'to' })
  expect(read('DATA')).not.toHaveProperty('field')
})

describe('what is refused by the field', () => {
  test.each([
    ['an address that is none', { address: 'atelier-morel' }, 'address'],
    ['one that would end a header', { address: 'a@b.example\r\nBcc: all@example.org' }, 'address'],
    ['an address for answers that is none', { replyTo: 'bonjour' }, 'replyTo'],
    ['a mailbox that is none', { mailbox: 'imap: oui' }, 'mailbox'],
    ['a mailbox that does not open', { mailboxPassword: 'autre chose' }, 'mailboxPassword'],
    ['a server that is none', { server: 'https://smtp.example/' }, 'server'],
  ])('%s', async (_, wrong, field) => {
    const { tools } = await openDesk(newsletter, kit)
    const refused = failure(await signIn(newsletter, kit, tools, { ...kit.fields, ...wrong }))
    expect(refused).toMatchObject({ kind: 'rejected', field })
  })

  test('a subject that no mail program shows, and an answer', async () => {
    const desk = await openDesk(newsletter, kit)
    const send = async (more: Partial<Outgoing>) =>
      failure(await publish.publish(desk.tools, desk.account, desk.delivery('Bonjour', more)))
    expect(await send({ options: { subject: 'é'.repeat(151) } })).toMatchObject({
      field: 'subject',
    })
    expect((await send({ replyTo: { remoteId: 'x' } })).kind).toBe('rejected')
  })
})

const never = { ok: false, failure: { kind: 'transient', detail: 'no inbox' } } as const
