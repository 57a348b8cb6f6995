/** Campaign tags as the analytics of the company's own site will read them. */
export interface Utm {
  source: string
  medium: string
  campaign?: string | undefined
  content?: string | undefined
}

/**
 * The tags of a link that leaves with a post: source = the network, medium = `social`, campaign =
 * the campaign given, or else the first words of the post; content = the delivery, short enough to
 * read in a report. Parameters as in Google Analytics help 10917952 (read 2026-11).
 */
export function utmOfDelivery(delivery: {
  connectorId: string
  deliveryId: string
  campaign?: string | undefined
  text: string
}): Utm {
  return {
    source: delivery.connectorId,
    medium: 'social',
    campaign: slug(delivery.campaign ?? '') || slug(withoutLinks(delivery.text)) || undefined,
    content: delivery.deliveryId.replaceAll('-', '').slice(-8),
  }
}

/**
 * Adds the tags an address does not carry yet. What is already there, an existing `utm_…` and the
 * fragment included, stays byte for byte: some sites sign or compare their own query.
 * @param address complete and checked, see `addressProblem`
 */
export function withUtm(address: string, utm: Utm): string {
  const [, page = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(address) ?? []
  const present = new Set([...new URLSearchParams(query)].map(([name]) => name.toLowerCase()))
  const added = Object.entries(utm)
    .filter(([name, value]) => value && !present.has(`utm_${name}`))
    .map(([name, value]) => `utm_${name}=${encodeURIComponent(value)}`)
  const whole = [query, ...added].filter(Boolean).join('&')
  return page + (whole || query === '' ? `?${whole}` : '') + fragment
}

const SLUG_LENGTH = 40

/** `Soldes d’été à Lyon` → `soldes-d-ete-a-lyon`, cut between words at about 40 characters. */
export function slug(text: string): string {
  const words = text
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return (words ?? []).reduce(
    (whole, word) =>
      whole.length + word.length < SLUG_LENGTH ? (whole ? `${whole}-${word}` : word) : whole,
    '',
  )
}

function withoutLinks(text: string): string {
  return text.replace(/https?:\/\/\S+/gi, ' ')
}
