/**
 * An address as Bluesky's client writes it: without its scheme, and cut when what follows the host is
 * longer than 15 characters (social-app, `toShortUrl`, read 2026-11-22).
 */
export function shortAddress(written: string): string {
  const url = URL.parse(written)
  if (!url || !/^https?:$/.test(url.protocol)) return written
  const path = `${url.pathname === '/' ? '' : url.pathname}${url.search}${url.hash}`
  return url.host + (path.length > 15 ? `${path.slice(0, 13)}...` : path)
}
