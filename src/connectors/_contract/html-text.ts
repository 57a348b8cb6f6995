import sanitizeHtml from 'sanitize-html'

const blocks = ['p', 'div', 'li', 'blockquote', 'pre', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/**
 * The words of a piece of HTML, as a reader sees them: scripts and styles gone, entities read, one line per
 * block, one empty line between paragraphs. Never throws, whatever the markup.
 */
export function htmlToText(html: string): string {
  const bare = sanitizeHtml(html, {
    allowedTags: [...blocks, 'br'],
    allowedAttributes: {},
    disallowedTagsMode: 'discard',
  })
  return bare
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/<br ?\/?>/g, '\n')
    .replace(/<\/(?:p|blockquote|h[1-6])>/g, '\n\n')
    .replace(/<\/?[a-z][a-z0-9]*>/g, '\n')
    .replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity)
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
