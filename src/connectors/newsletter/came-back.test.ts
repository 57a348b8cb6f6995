import { describe, expect, test } from 'vitest'
import { openDesk, value } from '#connectors/_contract/suite/desk.ts'
import kit from './contract.ts'
import { newsletterDouble, type NewsletterDouble } from './double.ts'
import newsletter from './index.ts'

const token = 'abcdefghijklmnop_-1234'
const letter = `Received: from smtp.example\nSubject: Un banc neuf\nList-Unsubscribe: <https://vigie.example/u/${token}>,\n <mailto:lettre@atelier-morel.example?subject=unsubscribe-${token}>\nMessage-ID: <${'a'.repeat(32)}@atelier-morel.example>\n`

/** What the desk makes of one message: what came back, and what people said. */
async function readOne(words: string) {
  let double: NewsletterDouble | undefined
  const network = (clock: Parameters<typeof newsletterDouble>[0]) =>
    (double = newsletterDouble(clock))
  const { tools, account } = await openDesk(newsletter, { ...kit, network })
  double?.arrive(words)
  const page = value((await newsletter.inbox?.read(tools, account, null)) ?? never)
  return { items: page.items, returned: double?.returned ?? [] }
}

const never = { ok: false, failure: { kind: 'transient', detail: 'no inbox' } } as const

const report = (fields: string, original = letter) => `From: MAILER-DAEMON@mx.example
To: lettre@atelier-morel.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <b1@mx.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Sorry.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; yanis@example.org
${fields}

--b
Content-Type: text/rfc822-headers

${original}
--b--
`

describe('a delivery report', () => {
  test.each([
    [
      'for good',
      'Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such user',
      'gone',
    ],
    ['of a full mailbox', 'Action: failed\nStatus: 5.2.2', 'later'],
    ['for reasons of policy', 'Action: failed\nStatus: 5.7.1', 'later'],
    ['after days of trying', 'Action: failed\nStatus: 4.4.7', 'later'],
  ])('%s', async (_, fields, kind) => {
    const { items, returned } = await readOne(report(fields))
    expect(returned).toMatchObject([
      { kind, token, key: 'b1@mx.example', messageId: 'a'.repeat(32) },
    ])
    expect(items).toEqual([])
  })

  test('keeps the words of the server', async () => {
    const { returned } = await readOne(
      report('Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no\n such user'),
    )
    expect(returned[0]?.said).toBe('5.1.1 550 no such user')
  })

  test.each([
    ['that it is still being tried', report('Action: delayed\nStatus: 4.4.1')],
    [
      'without our letter in it, which anybody can write',
      report('Action: failed\nStatus: 5.1.1', 'Subject: Un banc neuf\n'),
    ],
  ])('%s changes nothing', async (_, words) => {
    expect(await readOne(words)).toEqual({ items: [], returned: [] })
  })
})

test.each([
  [
    'qmail',
    `From: MAILER-DAEMON@mx.example\nMessage-ID: <q@mx.example>\n\nHi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<yanis@example.org>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\n${letter}\nBonjour\n`,
  ],
  [
    'Exim',
    `From: Mail Delivery System <Mailer-Daemon@mx.example>\nX-Failed-Recipients: yanis@example.org\nMessage-ID: <x@mx.example>\n\nA message that you sent could not be delivered. This is a permanent error.\n\n  yanis@example.org\n    550 Unrouteable address\n\n------ This is a copy of the message, including all the headers. ------\n\n${letter}\nBonjour\n`,
  ],
])('%s, before there were reports', async (_, words) => {
  expect((await readOne(words)).returned).toMatchObject([{ kind: 'gone', token }])
})

const complaint = (type: string) =>
  report('Action: none')
    .replace('message/delivery-status', 'message/feedback-report')
    .replace('Reporting-MTA: dns; mx.example', `Feedback-Type: ${type}\nVersion: 1`)

test('a complaint is told; one that takes it back is not', async () => {
  expect((await readOne(complaint('abuse'))).returned).toMatchObject([{ kind: 'complaint', token }])
  expect((await readOne(complaint('not-spam'))).returned).toEqual([])
})

test('a letter that asks for no more is told', async () => {
  const words = `From: yanis@example.org\nMessage-ID: <u@example.org>\nTo: lettre@atelier-morel.example\nSubject: unsubscribe-${token}\n\n\n`
  expect(await readOne(words)).toMatchObject({ items: [], returned: [{ kind: 'leaves', token }] })
})

describe('what becomes a conversation', () => {
  const mail = (more: string, words = 'Bonjour') =>
    `From: Yanis <yanis@example.org>\nMessage-ID: <m@example.org>\nTo: lettre@atelier-morel.example\nSubject: Un banc\n${more}\n${words}\n`

  test.each([
    ['a word to the list’s own address', mail(''), 1],
    ['an absence told by a machine', mail('Auto-Submitted: auto-replied\n'), 0],
    ['Outlook’s automatic answer', mail('X-Auto-Response-Suppress: All\n'), 0],
    ['a letter of somebody else’s list', mail('List-Id: <x.example>\n'), 0],
    ['private mail of the mailbox', mail('').replace('To: lettre@', 'To: camille@'), 0],
  ])('%s', async (_, words, many) => {
    expect((await readOne(words)).items).toHaveLength(many)
  })

  test('HTML alone becomes text, without the letter it quotes', async () => {
    const html =
      '<p>Oui &amp; merci<script>x</script></p><div class="gmail_quote"><p>Un banc</p></div>'
    const { items } = await readOne(mail('Content-Type: text/html\n', html))
    expect(items[0]?.text).toBe('Oui & merci\n\n[…]')
  })

  test('a message of a thousand nested parts holds nothing up', async () => {
    let body = 'Content-Type: text/plain\n\nfond'
    for (let n = 0; n < 1000; n++) {
      body = `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n${body}\n--b${n}--`
    }
    expect((await readOne(mail(`${body.slice(0, body.indexOf('\n'))}\n`, body))).items).toEqual([])
  })
})
