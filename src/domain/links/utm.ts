import type { UtmPreset, UtmVariable } from './api.ts'

/** Campaign tags as the analytics of the company's own site will read them. */
export interface Utm {
  source: string
  medium: string
  campaign?: string | undefined
  content?: string | undefined
}

/** What the tags of a delivery are made from. */
export interface Tagged {
  connectorId: string
  deliveryId: string
  /** The account's handle. */
  account?: string | undefined
  /** Written on the post itself: stands whatever the templates say. */
  campaign?: string | null | undefined
  /** Of the campaign the post belongs to. */
  campaignName?: string | undefined
  /** The campaign's templates over the company's; what is absent is the desk's own. */
  preset?: UtmPreset | undefined
  text: string
}

/** The desk's own templates. Parameters as in Google Analytics help 10917952 (read 2026-11). */
const DESK_PRESET = {
  source: '{network}',
  medium: 'social',
  campaign: '{campaign}',
  content: '{post}',
} as const satisfies UtmPreset

/**
 * The tags of a link that leaves with a post. `{network}` is the network, `{account}` the handle, `{campaign}` the
 * campaign's name or else the first words of the post, `{post}` the delivery, short enough to read in a report.
 */
export function utmOfDelivery(delivery: Tagged): Utm {
  const { connectorId, account = '', campaign, campaignName = '', preset, text } = delivery
  const values: Record<UtmVariable, string> = {
    network: connectorId,
    account: slug(account),
    campaign: slug(campaign ?? '') || slug(campaignName) || slug(withoutLinks(text)),
    post: delivery.deliveryId.replaceAll('-', '').slice(-8),
  }
  const tag = (name: keyof typeof DESK_PRESET) => fill(preset?.[name] ?? DESK_PRESET[name], values)
  return {
    source: tag('source') || connectorId,
    medium: tag('medium') || DESK_PRESET.medium,
    campaign: slug(campaign ?? '') || tag('campaign') || undefined,
    content: tag('content') || undefined,
  }
}

/** A template with its values; what a missing value leaves at the edges (`-noel`, `_`) goes. */
function fill(template: string, values: Record<UtmVariable, string>): string {
  const filled = template.replace(
    /\{(network|account|campaign|post)\}/g,
    (_, name: UtmVariable) => values[name],
  )
  return filled.toWellFormed().replace(/^[-_\s]+|[-_\s]+$/g, '')
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
