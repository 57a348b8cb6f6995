/**
 * A link as a term: its site and page, without what says where the visitor comes from.
 * @returns null when it is no address, or of a site alone where nothing is told
 */
export function linkTerm(raw: string): string | null {
  const written = raw.replace(/[.,;:!?)\]}»"'…]+$/u, '')
  const address = /^https?:\/\//i.test(written) ? written : `https://${written}`
  if (!URL.canParse(address)) return null
  const { hostname, pathname } = new URL(address)
  if (!hostname.includes('.')) return null
  const page = pathname.replace(/\/+$/, '')
  return `https://${hostname.replace(/^www\./, '')}${page}`
}
