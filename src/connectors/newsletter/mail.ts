import { createHash } from 'node:crypto'
import PostalMime, { type Address, type Email } from 'postal-mime'
import { htmlToText } from '#connectors/_contract/html-text.ts'
import { withoutQuotedPast } from './quoted-past.ts'

/** What a message from outside comes to; whatever it holds, this much and no more. */
export interface ReadMail {
  /** Its Message-ID, or a name made of its bytes when it has none worth the name. */
  id: string
  header(name: string): string
  /** The names of what it answers, the oldest first. */
  references: string[]
  from: { name: string; address: string } | null
  /** Where its sender wants answers. */
  replyTo: string
  to: string[]
  subject: string
  /** All of its words, quoted past included. */
  words: string
  parts: { type: string; name: string; words: string }[]
}

const MOST_WORDS = 20_000
const MOST_HTML = 300_000
const MOST_PARTS = 30
const isId = (id: string) => /^[^\s<>]{3,250}$/.test(id)

/** Reads a message, or its beginning. Null when it is no mail at all. Never throws. */
export async function readMail(bytes: Uint8Array): Promise<ReadMail | null> {
  try {
    const parser = new PostalMime({
      // What came back is evidence, not words of the person.
      forceRfc822Attachments: true,
      attachmentEncoding: 'utf8',
      maxNestingDepth: 20,
      maxHeadersSize: 256 * 1024,
    })
    return present(await parser.parse(bytes), bytes)
  } catch {
    return null
  }
}

function present(email: Email, bytes: Uint8Array): ReadMail {
  const header = (name: string) => email.headers.find(({ key }) => key === name)?.value ?? ''
  const own = idsIn(header('message-id'))[0]
  const from = mailboxesIn(email.from ? [email.from] : [])[0] ?? null
  const answers = [...idsIn(header('references')), ...idsIn(header('in-reply-to'))]
  return {
    id: own ?? `sha256-${createHash('sha256').update(bytes).digest('hex')}`,
    header,
    references: [...new Set(answers)].slice(0, 50),
    from,
    replyTo: mailboxesIn(email.replyTo)[0]?.address ?? from?.address ?? '',
    to: mailboxesIn([...(email.to ?? []), ...(email.cc ?? [])]).map(({ address }) => address),
    subject: oneLine(email.subject ?? ''),
    words: wordsOf(email),
    parts: email.attachments.slice(0, MOST_PARTS).map((part) => ({
      type: part.mimeType,
      name: part.related ? '' : oneLine(part.filename ?? '').slice(0, 120),
      words: typeof part.content === 'string' ? part.content.slice(0, MOST_HTML) : '',
    })),
  }
}

const idsIn = (value: string) =>
  [...value.slice(0, 20_000).matchAll(/<([^\s<>]{3,250})>/g)].flatMap(([, id = '']) =>
    isId(id) ? [id] : [],
  )

/** No control character, and nothing that could end a header. */
const oneLine = (words: string) =>
  words
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 300)

function mailboxesIn(addresses: Address[] = []): { name: string; address: string }[] {
  return addresses
    .flatMap((one) => one.group ?? [one])
    .slice(0, 100)
    .map(({ name, address }) => ({ name: oneLine(name), address: address.trim().toLowerCase() }))
}

function wordsOf({ text, html }: Email): string {
  const plain = text?.trim() ? text : htmlToText(withoutHtmlPast((html ?? '').slice(0, MOST_HTML)))
  return plain.replaceAll('\0', '').slice(0, MOST_HTML).trim()
}

/** Where the mail programs that write HTML alone begin what they quote. */
const pasts = [
  /<div[^>]{0,200}class="?[^">]{0,80}gmail_quote/i,
  /<div[^>]{0,200}id="?(?:appendonsend|divRplyFwdMsg|mail-editor-reference-message-container)/i,
  /<blockquote[^>]{0,200}type="?cite/i,
]

function withoutHtmlPast(html: string): string {
  const found = pasts.map((past) => html.search(past)).filter((at) => at > 0)
  const at = Math.min(...found, html.length)
  const kept = html.slice(0, at)
  return at < html.length && htmlToText(kept) !== '' ? `${kept}<p>[…]</p>` : html
}

/** What the person wrote, and the names of what they attached. */
export function saidIn({ words, parts, subject }: ReadMail): string {
  const names = parts.flatMap(({ name }) => (name === '' ? [] : [`[${name}]`]))
  const said = withoutQuotedPast(words)
  const cut = said.length > MOST_WORDS ? `${said.slice(0, MOST_WORDS)}…` : said
  return [cut, names.join('\n')].filter(Boolean).join('\n\n') || subject
}
