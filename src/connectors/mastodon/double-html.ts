import { text as rules } from './text.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (words: string) => words.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

/**
 * A text as Mastodon shows it: paragraphs, addresses cut in three with their ends hidden, people without
 * their server (shape of the example in docs.joinmastodon.org/entities/Status, read 2026-11-22).
 */
export function htmlOf(words: string): string {
  let html = ''
  let at = 0
  for (const { start, end, kind, value } of rules.spans(words)) {
    html += escape(words.slice(at, start))
    if (kind === 'link') html += link(value)
    else if (kind === 'mention') html += mention(value)
    else
      html += `<a href="/tags/${value}" class="mention hashtag" rel="tag">#<span>${value}</span></a>`
    at = end
  }
  html += escape(words.slice(at))
  return `<p>${html.replace(/\n{2,}/g, '</p><p>').replaceAll('\n', '<br />')}</p>`
}

function link(address: string): string {
  const [, before = '', rest = ''] = /^(https?:\/\/(?:www\.)?)(.*)$/s.exec(address) ?? []
  const hidden = rest.length > 30 ? `<span class="invisible">${escape(rest.slice(30))}</span>` : ''
  const shown = `<span class="${hidden ? 'ellipsis' : ''}">${escape(rest.slice(0, 30))}</span>`
  return `<a href="${escape(address)}"><span class="invisible">${before}</span>${shown}${hidden}</a>`
}

function mention(acct: string): string {
  const name = acct.split('@')[0] ?? ''
  return `<span class="h-card"><a class="u-url mention">@<span>${name}</span></a></span>`
}
