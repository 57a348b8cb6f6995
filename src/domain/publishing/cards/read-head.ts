import sanitizeHtml from 'sanitize-html'

/** What the head of a page tells, before anything of it is fetched. */
export interface Head {
  title: string
  description: string
  siteName: string
  /** Absolute, http or https; null when there is none. */
  imageUrl: string | null
}

/** No head that we know of is longer; what follows is not read. */
const MOST_CHARACTERS = 300_000
const LONGEST = { title: 300, description: 1000, siteName: 100 }

/**
 * Reads Open Graph (ogp.me), Twitter card and plain HTML tags from the head of a page, the first of each that says
 * something. Never throws, whatever the markup.
 * @param base the address of the page, which relative addresses start from
 */
export function readHead(html: string, base: string): Head {
  const meta = new Map<string, string>()
  let title = ''
  let isTitle = false
  let hasBody = false
  sanitizeHtml(html.slice(0, MOST_CHARACTERS), {
    allowedTags: [],
    nonTextTags: ['style', 'script', 'textarea', 'option', 'noscript', 'svg'],
    // Where the tag itself is dropped, it is still told to us.
    onOpenTag(name, attributes) {
      if (name === 'body') hasBody = true
      if (hasBody) return
      if (name === 'title' && title === '') isTitle = true
      if (name !== 'meta') return
      const key = (attributes['property'] ?? attributes['name'] ?? '').trim().toLowerCase()
      const content = (attributes['content'] ?? '').trim()
      if (key && content && !meta.has(key)) meta.set(key, content)
    },
    onCloseTag(name) {
      if (name === 'title') isTitle = false
    },
    textFilter(text) {
      if (isTitle && !hasBody) title += text
      return ''
    },
  })
  const first = (...keys: string[]) => keys.map((key) => meta.get(key)).find(Boolean) ?? ''
  return {
    title: plain(first('og:title', 'twitter:title') || unescaped(title), LONGEST.title),
    description: plain(
      first('og:description', 'twitter:description', 'description'),
      LONGEST.description,
    ),
    siteName: plain(first('og:site_name', 'application-name'), LONGEST.siteName),
    imageUrl: absolute(
      first(
        'og:image:secure_url',
        'og:image',
        'og:image:url',
        'twitter:image',
        'twitter:image:src',
      ),
      base,
    ),
  }
}

function plain(text: string, longest: number): string {
  const flat = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return flat.length <= longest
    ? flat
    : `${flat.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`
}

/** `textFilter` hears text that is escaped already. */
function unescaped(text: string): string {
  const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => names[name] ?? '')
}

function absolute(address: string, base: string): string | null {
  const url = address ? URL.parse(address, base) : null
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}
