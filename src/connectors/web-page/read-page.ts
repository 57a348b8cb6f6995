import { Parser } from 'htmlparser2'

export interface PageLink {
  url: string
  title: string
  /** The block it stands in: an entry of a list, a paragraph. */
  around: string
}

export interface ReadPage {
  title: string
  language: string | undefined
  links: PageLink[]
  /** Blocks of text without a link of that list, each once, in order. */
  paragraphs: string[]
}

/** What is no part of what a page says; a closed form of it, whatever it holds. */
const ASIDE = new Set(
  'script style noscript template svg nav header footer aside form button select iframe'.split(' '),
)
const BLOCKS = new Set(
  'p li td th dt dd h1 h2 h3 h4 h5 h6 blockquote pre article section div tr ul ol table main body figcaption br'.split(
    ' ',
  ),
)

/** A heading of a news list has some words; “next”, “3 comments” and a flag have not. */
const shortestTitle = 16
const shortestParagraph = 40
const mostLinks = 500
const mostParagraphs = 1_000
const longest = 2_000
/** The parser’s time grows with the square of the depth; no page that a person made comes near. */
const deepest = 1_000

class TooDeep extends Error {
  override readonly name = 'TooDeep'
}

/** The links and the text of a page, without its menus. Linear in its length, whatever the markup. */
export function readPage(html: string, pageUrl: string): ReadPage {
  const page: ReadPage = { title: '', language: undefined, links: [], paragraphs: [] }
  const urls = new Set<string>()
  const texts = new Set<string>()
  let base = pageUrl
  let depth = 0
  let aside = 0
  let isTitle = false
  let block = ''
  let inBlock: { url: string; title: string }[] = []
  let anchor: { url: string; title: string } | null = null

  const endBlock = () => {
    const around = tidy(block)
    block = ''
    for (const { url, title } of inBlock.splice(0)) {
      if (urls.has(url) || page.links.length >= mostLinks) continue
      urls.add(url)
      page.links.push({ url, title, around: around.length > title.length ? around : title })
    }
    return around
  }
  const endParagraph = () => {
    const hasLinks = inBlock.length > 0
    const text = endBlock()
    if (hasLinks || text.length < shortestParagraph || texts.has(text)) return
    if (page.paragraphs.length >= mostParagraphs) return
    texts.add(text)
    page.paragraphs.push(text)
  }
  const endAnchor = () => {
    const title = anchor ? tidy(anchor.title) : ''
    if (anchor && title.length >= shortestTitle) inBlock.push({ url: anchor.url, title })
    anchor = null
  }

  const parser = new Parser({
    onopentag(name, { href, lang }) {
      if (++depth > deepest) throw new TooDeep()
      if (name === 'html' && lang && /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(lang)) page.language = lang
      if (name === 'base' && href) base = URL.parse(href, pageUrl)?.href ?? base
      if (name === 'title') isTitle = true
      if (ASIDE.has(name)) aside++
      if (aside > 0) return
      if (BLOCKS.has(name)) endParagraph()
      if (name !== 'a') return
      const url = href === undefined ? null : onTheWeb(href, base, pageUrl)
      anchor = url ? { url, title: '' } : null
    },
    ontext(text) {
      if (isTitle && page.title.length < 300) page.title += text
      if (isTitle || aside > 0) return
      if (block.length < longest) block += text
      if (anchor && anchor.title.length < longest) anchor.title += text
    },
    onclosetag(name) {
      depth--
      if (name === 'title') isTitle = false
      if (ASIDE.has(name)) aside = Math.max(0, aside - 1)
      if (aside > 0) return
      if (name === 'a') endAnchor()
      if (BLOCKS.has(name)) endParagraph()
    },
  })
  try {
    parser.end(html)
  } catch (error) {
    // What came before is read all the same.
    if (!(error instanceof TooDeep)) throw error
  }
  endParagraph()
  page.title = tidy(page.title)
  return page
}

/** Another page of the web; not a place of this one. */
function onTheWeb(href: string, base: string, pageUrl: string): string | null {
  const url = URL.parse(href.trim(), base)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  url.hash = ''
  return url.href === pageUrl.replace(/#.*$/, '') ? null : url.href
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
