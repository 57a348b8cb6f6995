import { FetchFailure } from '#platform/fetch/failure.ts'
import type { Desk } from '#domain/desk.ts'
import type { Card, CardTrouble } from './card.ts'
import { pictureOfCard } from './card-picture.ts'
import { decodePage } from './decode-page.ts'
import { readHead } from './read-head.ts'

const PAGE = { timeoutMs: 8_000, maxBytes: 4_000_000 }

/**
 * Looks at the page behind a link, by the guarded fetch: no private address, not by a redirect either.
 * @returns what it says of itself, its picture fetched; or why there is nothing to show
 */
export async function fetchCard(
  desk: Desk,
  companyId: string,
  url: string,
): Promise<Card | CardTrouble> {
  const page = await pageAt(desk, url)
  if (typeof page === 'string') return page
  const head = readHead(page.html, page.url)
  if (!head.title && !head.description && !head.imageUrl) return 'no-page'
  const { title, description, siteName, imageUrl } = head
  const picture = imageUrl ? await pictureOfCard(desk, companyId, imageUrl) : 'none'
  const found = typeof picture === 'string' ? null : picture
  return {
    title,
    description,
    siteName,
    picture: found,
    pictureTrouble: typeof picture === 'string' ? picture : isSmall(picture) ? 'small' : null,
  }
}

async function pageAt(
  desk: Desk,
  url: string,
): Promise<{ html: string; url: string } | CardTrouble> {
  try {
    const response = await desk.fetch(url, {
      ...PAGE,
      allowHttp: true,
      headers: { accept: 'text/html,application/xhtml+xml;q=0.9' },
    })
    if (!response.ok) return 'refused'
    const type = response.headers.get('content-type') ?? ''
    if (!/html/i.test(type)) return 'no-page'
    const html = decodePage(new Uint8Array(await response.arrayBuffer()), type)
    return { html, url: response.url || url }
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error
    if (error.kind === 'private-address' || error.kind === 'bad-url') return 'private'
    return error.kind === 'too-large' ? 'too-heavy' : 'unreachable'
  }
}

/**
 * Facebook shows a large picture from 600 × 315, and asks for 1200 × 630 (developers.facebook.com, "Images in Link
 * Shares"); others do not say less.
 */
const isSmall = ({ width, height }: { width: number; height: number }) =>
  width < 600 || height < 315
