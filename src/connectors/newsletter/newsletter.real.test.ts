import { ImapFlow } from 'imapflow'
import { describe, expect, test } from 'vitest'
import type { Account, Returned, Tools } from '#connectors/_contract/connector.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { fixedClock } from '#platform/clock.ts'
import { createLookups } from '#platform/fetch/dial.ts'
import { createMailboxes } from '#platform/mail/mailbox.ts'
import { useServer } from '#support/servers/use-server.ts'
import newsletter from './index.ts'

const ours = `${'a'.repeat(32)}@atelier-morel.example`
let people = 0

describe('a mailbox at Dovecot', () => {
  const dovecot = useServer('dovecot')

  async function mailbox() {
    const { port, password } = dovecot()
    const user = `morel-${++people}`
    const keeper = new ImapFlow({
      host: '127.0.0.1',
      port,
      secure: false,
      auth: { user, pass: password },
      logger: false,
    })
    await keeper.connect()
    const account: Account = {
      remoteId: 'lettre@atelier-morel.example',
      handle: 'lettre@atelier-morel.example',
      settings: {
        name: 'Atelier Morel',
        sender: 'Atelier Morel, Lyon',
        host: 'smtp.example',
        port: 587,
        mailbox: { host: '127.0.0.1', port, user },
      },
      secrets: { mailboxPassword: password },
    }
    const returned: Returned[] = []
    const tools: Tools = {
      fetch: async () => new Response(),
      clock: fixedClock(new Date()),
      log: { info() {}, warn() {} },
      mailbox: createMailboxes(createLookups({ allowPrivateHosts: ['127.0.0.1'] })),
      mailings: {
        open: async () => ({ ok: false, failure: { kind: 'transient', detail: '' } }),
        find: async () => null,
        stop: async () => {},
        counts: async () => ({}),
        subscribers: async () => 0,
        returned: async (more) => void returned.push(...more),
      },
    }
    const read = async (cursor: string | null, by = tools, of = account) =>
      newsletter.inbox?.read(by, of, cursor) ?? never
    const arrive = (words: string) => keeper.append('INBOX', words.replaceAll('\n', '\r\n'))
    return { account, tools, read, arrive, keeper, returned }
  }

  const answer = (n: number, words = 'Combien ?') =>
    `From: Yanis <yanis@example.org>\nSubject: Re: Un banc\nMessage-ID: <${n}@example.org>\nIn-Reply-To: <${ours}>\n\n${words}\n`

  test('is read from where it was left, and nothing in it changes', async () => {
    const { read, arrive, keeper } = await mailbox()
    await arrive(answer(1))
    const first = value(await read(null))
    expect(first.items).toMatchObject([
      { text: 'Combien ?', threadId: `${ours} yanis@example.org` },
    ])
    expect(value(await read(first.cursor ?? null)).items).toEqual([])
    await arrive(answer(2, 'Et en chêne ?'))
    const second = value(await read(first.cursor ?? null))
    expect(second.items).toMatchObject([{ remoteId: '2@example.org' }])
    expect(value(await read(first.cursor ?? null)).items).toEqual(second.items)
    const { unseen, messages } = await keeper.status('INBOX', { unseen: true, messages: true })
    expect([messages, unseen]).toEqual([2, 2])
    keeper.close()
  })

  test('whose numbers begin anew is read again', async () => {
    const { read, arrive, keeper } = await mailbox()
    await arrive(answer(1))
    const { cursor = '' } = value(await read(null))
    const page = value(await read(cursor.replace(/^\d+/, '1')))
    expect(page).toMatchObject({ cursor, items: [{ remoteId: '1@example.org' }] })
    keeper.close()
  })

  test('that is empty, or new, is left where it stands', async () => {
    const { read, keeper } = await mailbox()
    const { items, cursor } = value(await read(null))
    expect([items, cursor?.endsWith(':0')]).toEqual([[], true])
    keeper.close()
  })

  test('heavy and broken messages are read in part, and hold nothing up', async () => {
    const { read, arrive, keeper } = await mailbox()
    const heavy = 'A'.repeat(76).concat('\n').repeat(40_000)
    await arrive(
      `From: yanis@example.org\nMessage-ID: <heavy@example.org>\nIn-Reply-To: <${ours}>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nVoici la photo\n--b\nContent-Type: image/jpeg; name="banc.jpg"\nContent-Transfer-Encoding: base64\n\n${heavy}--b--\n`,
    )
    await arrive('\u0000\u0001 pas du courrier\n')
    await arrive(answer(3))
    const { items } = value(await read(null))
    expect(items).toMatchObject([
      { text: 'Voici la photo\n\n[banc.jpg]' },
      { remoteId: '3@example.org' },
    ])
    keeper.close()
  })

  test('a wrong password is a matter of access, a private address is refused', async () => {
    const { account, tools, read, keeper } = await mailbox()
    const wrong = { ...account, secrets: { mailboxPassword: 'autre chose' } }
    expect(failure(await read(null, tools, wrong)).kind).toBe('auth')
    const guarded = { ...tools, mailbox: createMailboxes(createLookups()) }
    expect(failure(await read(null, guarded))).toMatchObject({ kind: 'rejected', field: 'mailbox' })
    keeper.close()
  })
})

const never = { ok: false, failure: { kind: 'transient', detail: 'no inbox' } } as const
