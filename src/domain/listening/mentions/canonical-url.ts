import { createHash } from 'node:crypto'

/**
 * One address for one page, whoever spreads it: without tracking parameters, `https`, host in small letters.
 * A fragment is kept only when it names a piece of the page (`#comment-42`). Used to compare, never to visit.
 * @returns the address itself, trimmed, when it is no web address; a digest of it when it is very long
 */
export function canonicalUrl(address: string): string {
  const canonical = canonicalForm(address.trim())
  // An index entry of PostgreSQL holds some 2,700 bytes.
  if (canonical.length <= 800) return canonical
  return `sha256:${createHash('sha256').update(canonical).digest('hex')}`
}

function canonicalForm(trimmed: string): string {
  if (!URL.canParse(trimmed)) return trimmed
  const url = new URL(trimmed)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return trimmed
  url.protocol = 'https:'
  url.username = ''
  url.password = ''
  if (!namesAPiece.test(url.hash)) url.hash = ''
  const kept = [...url.searchParams].filter(([name]) => !tracking.test(name))
  url.search = new URLSearchParams(kept).toString()
  return url.href
}

/** Numbered anchors: comments, posts of a thread. `#xtor=RSS-1` and `#:~:text=` carry tracking or a quotation. */
const namesAPiece = /^#[a-z][\w-]*\d+$/i

/**
 * Parameters that say where a visitor comes from: UTM and AT Internet campaigns, click ids of advertisers and
 * mailers, sharing marks of the networks (read in their help pages, November 2026).
 */
const tracking =
  /^(?:utm_.*|at_(?:medium|campaign|custom\d*|link.*|creation|format|network|variant|recipient.*|emailtype|send_date|type|platform)|xtor|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|li_fat_id|yclid|igshid?|mc_[ce]id|mkt_tok|_hsenc|_hsmi|ref_src|ref_url|wt_mc|cmpid|ns_campaign|ns_mchannel|ns_source)$/i
