import { text as rules } from './text.ts'

export interface Uploaded {
  url: string
  alt: string
}

/** A text and its images as HTML that Ghost turns into its own cards; nothing in it but what was written. */
export function htmlOf(body: string, images: Uploaded[]): string {
  const paragraphs = body.split(/\n\s*\n/).map((part) => part.trim())
  return [
    ...paragraphs.filter((part) => part !== '').map((part) => `<p>${inline(part)}</p>`),
    ...images.map(
      ({ url, alt }) =>
        `<figure class="kg-card kg-image-card"><img src="${escaped(url)}" class="kg-image" alt="${escaped(alt)}"></figure>`,
    ),
  ].join('\n')
}

/** Kept where readers do not look: a comment at the foot of the page. */
export const markOf = (id: string): string => `<!-- Vigie ${id} -->`

function inline(words: string): string {
  let html = ''
  let at = 0
  for (const { start, end, value } of rules.spans(words)) {
    html += escaped(words.slice(at, start))
    html += `<a href="${escaped(value)}">${escaped(words.slice(start, end))}</a>`
    at = end
  }
  return (html + escaped(words.slice(at))).replaceAll('\n', '<br>')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (words: string) => words.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
