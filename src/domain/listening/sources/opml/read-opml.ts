import { Parser } from 'htmlparser2'

/** A feed as a list of feeds names it. */
export interface Listed {
  url: string
  name: string
}

/** A list longer than what one company may listen to is no use. */
const MOST = 1000

/**
 * The feeds of a list in OPML 2.0 (opml.org/spec2.opml, read 2026-11-26), folders included, each address once. The file
 * is a stranger's: no entity of its own is expanded, nothing outside it is read, and whatever is not an outline with an
 * `xmlUrl` is passed over.
 * @returns null when it is no OPML at all
 */
export function readOpml(text: string): Listed[] | null {
  const feeds = new Map<string, Listed>()
  let isOpml = false
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (tag === 'opml') isOpml = true
        const url = attributes['xmlurl']?.trim()
        if (tag !== 'outline' || !url || feeds.size >= MOST || feeds.has(url)) return
        const name = (attributes['title'] || attributes['text'] || '').trim().slice(0, 120)
        feeds.set(url, { url, name })
      },
    },
    // Programs write `xmlUrl` in any case; entities of XML alone are decoded.
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.end(text)
  return isOpml ? [...feeds.values()] : null
}
