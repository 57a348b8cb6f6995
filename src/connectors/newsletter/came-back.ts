import type { Returned } from '#connectors/_contract/connector.ts'
import type { ReadMail } from './mail.ts'

/**
 * Why a mail server or a person sends one of our letters back: a delivery report (RFC 3464), a complaint (RFC 5965),
 * what qmail and Exim wrote before there were reports, or a letter that asks for no more (RFC 2369). Null for anything
 * else, and for reports without the letter's own headers: anybody could have written those.
 */
export function cameBack(mail: ReadMail, at: Date): Returned | null {
  const asked = /^unsubscribe-([\w-]{16,64})$/.exec(mail.subject)?.[1]
  if (asked) return { ...named(mail, at), kind: 'leaves', token: asked, messageId: '', said: '' }
  const why = complaint(mail) ?? report(mail) ?? oldShape(mail)
  if (!why) return null
  const letter = fieldsOf(why.letter)
  const token = /<https?:[^>\s]*\/u\/([\w-]{16,64})>/.exec(
    letter.get('list-unsubscribe') ?? '',
  )?.[1]
  if (!token) return null
  const messageId = /<([^@>\s]+)@/.exec(letter.get('message-id') ?? '')?.[1] ?? ''
  return { ...named(mail, at), kind: why.kind, token, messageId, said: why.said }
}

const named = ({ id }: ReadMail, at: Date) => ({ key: id.slice(0, 250), at })

interface Why {
  kind: 'gone' | 'later' | 'complaint'
  said: string
  /** The headers of the letter, as they came back. */
  letter: string
}

const partOf = ({ parts }: ReadMail, types: RegExp) =>
  parts.find(({ type }) => types.test(type))?.words

const letterIn = (mail: ReadMail) =>
  partOf(mail, /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/global-headers)$/) ??
  ''

function complaint(mail: ReadMail): Why | null {
  const told = partOf(mail, /^message\/feedback-report$/)
  if (told === undefined) return null
  const kind = fieldsOf(told).get('feedback-type')?.toLowerCase()
  // “not-spam” takes it back, and “auth-failure” is about the server, not the person.
  if (kind !== 'abuse' && kind !== 'fraud' && kind !== 'opt-out') return null
  return { kind: 'complaint', said: kind, letter: letterIn(mail) }
}

function report(mail: ReadMail): Why | null {
  const told = partOf(mail, /^message\/(?:global-)?delivery-status$/)
  if (told === undefined) return null
  for (const block of told.replaceAll('\r\n', '\n').split(/\n\s*\n/)) {
    const fields = fieldsOf(block)
    // “delayed” is still being tried; whoever gives up writes once more.
    if (!/^failed\b/i.test(fields.get('action') ?? '')) continue
    const status = /^([245]\.\d{1,3}\.\d{1,3})/.exec(fields.get('status') ?? '')?.[1] ?? ''
    const words = fields.get('diagnostic-code')?.replace(/^[\w-]+;\s*/, '') ?? ''
    const said = [status, words].filter(Boolean).join(' ').slice(0, 300)
    return { kind: kindOf(status), said, letter: letterIn(mail) }
  }
  return null
}

/**
 * RFC 3463: 5 is for good, but a full mailbox (5.2.2) empties itself, and a refusal for reasons of policy (5.7.x) is said of
 * who sends or of what is sent, not of the person.
 */
function kindOf(status: string): 'gone' | 'later' {
  return status.startsWith('5') && !/^5\.(?:2\.2|7\.\d+)$/.test(status) ? 'gone' : 'later'
}

/** qmail's and Exim's words before reports; the copy of the letter follows its announcement. */
const copies =
  /^(?:--- (?:Below this line is a copy of the message|Enclosed is a copy of the message)\.?|-{2,} This is a copy of (?:the|your) message.*)$/im

function oldShape(mail: ReadMail): Why | null {
  const { words, header } = mail
  const isQmail = /^hi\. this is the (?:qmail-send program|\S+ program)/i.test(words)
  const isExim = header('x-failed-recipients') !== ''
  if (!isQmail && !isExim) return null
  const copy = copies.exec(words)
  const told = copy ? words.slice(0, copy.index) : words
  const letter = letterIn(mail) || (copy ? words.slice(copy.index + copy[0].length).trim() : '')
  const status = /\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(told)?.[1]
  const code = /\b([45])\d\d[ -]/.exec(told)?.[1]
  const forGood = /permanent (?:fatal )?error/i.test(told) ? '5' : '4'
  const said = /^.*\b[45](?:\d\d|\.\d{1,3}\.\d{1,3})\b.*$/m.exec(told)?.[0]?.trim() ?? ''
  return { kind: kindOf(status ?? `${code ?? forGood}.0.0`), said: said.slice(0, 300), letter }
}

/** Nobody's mail server writes longer ones that matter here. */
const LONGEST_FIELD = 2000

/** Fields by their names in small letters, unfolded; the first of each, up to the first empty line. */
function fieldsOf(words: string): Map<string, string> {
  const fields = new Map<string, string>()
  const [head = ''] = words
    .replaceAll('\r\n', '\n')
    .trimStart()
    .split(/\n\s*\n/, 1)
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name, value = ''] = /^([\w-]{1,80}):\s*(.*)$/.exec(line) ?? []
    if (name && !fields.has(name.toLowerCase()))
      fields.set(name.toLowerCase(), value.trim().slice(0, LONGEST_FIELD))
  }
  return fields
}

/** Written by a machine (RFC 3834, and what others set before it): nobody waits for an answer. */
export function isAutomatic({ header }: ReadMail): boolean {
  const submitted = header('auto-submitted').toLowerCase()
  return (
    (submitted !== '' && !submitted.startsWith('no')) ||
    /^(?:bulk|junk|list|auto_reply)/i.test(header('precedence')) ||
    header('return-path').trim() === '<>' ||
    ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress', 'list-id'].some(
      (name) => header(name) !== '',
    ) ||
    /^multipart\/report/i.test(header('content-type'))
  )
}
