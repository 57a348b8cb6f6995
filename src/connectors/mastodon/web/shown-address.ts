/**
 * An address as Mastodon shows it: without scheme and www, thirty characters and an ellipsis
 * (mastodon/mastodon, `TextFormatter#link_to_url`, read 2026-11-22).
 */
export function shownAddress(address: string): string {
  const bare = address.replace(/^https?:\/\/(?:www\.)?/i, '')
  return bare.length > 30 ? `${bare.slice(0, 30)}…` : bare
}
