import { text as rules } from './text.ts'

/** An image of the site's media library. */
export interface Uploaded {
  id: number
  url: string
  alt: string
}

/**
 * A text and its images as blocks of the WordPress editor, nothing in it but what was written: no markup, no
 * shortcode, no address that WordPress would replace by a player. The first block carries the delivery's mark among
 * its metadata, which the editor keeps and readers never see.
 */
export function blocksOf(body: string, images: Uploaded[], mark: string): string {
  const paragraphs = body.split(/\n\s*\n/).map((part) => part.trim())
  const [first = '', ...rest] = paragraphs
  const opening = ` ${JSON.stringify({ metadata: { vigie: mark } })}`
  return [
    paragraph(first, opening),
    ...rest.filter((part) => part !== '').map((part) => paragraph(part)),
    ...images.map(imageBlock),
  ].join('\n\n')
}

/** Is this the content of that delivery's post? */
export const isMarked = (content: string, mark: string): boolean =>
  content.includes(`"vigie":"${mark}"`)

/** Words that WordPress takes for HTML, as titles, excerpts and comments are: shown as they were written. */
export const plain = (words: string): string =>
  words.replace(/[&<>]/g, (sign) => entities[sign] ?? sign)

function paragraph(words: string, attributes = ''): string {
  return `<!-- wp:paragraph${attributes} -->\n<p>${inline(words)}</p>\n<!-- /wp:paragraph -->`
}

function imageBlock({ id, url, alt }: Uploaded): string {
  const attributes = JSON.stringify({ id, sizeSlug: 'full', linkDestination: 'none' })
  const img = `<img src="${escaped(url)}" alt="${escaped(alt)}" class="wp-image-${id}"/>`
  return `<!-- wp:image ${attributes} -->\n<figure class="wp-block-image size-full">${img}</figure>\n<!-- /wp:image -->`
}

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

/** Brackets too: WordPress reads `[gallery]` as an order. */
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '[': '&#91;',
  ']': '&#93;',
}

const escaped = (words: string) => words.replace(/[&<>"[\]]/g, (sign) => entities[sign] ?? sign)
