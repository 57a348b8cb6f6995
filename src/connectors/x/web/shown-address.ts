/** An address as X shows it: without scheme and www, some thirty letters and an ellipsis (`display_url` of its entities). */
export function shownAddress(address: string): string {
  const bare = address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')
  const [host = ''] = bare.split('/')
  const most = Math.max(host.length + 1, 26)
  return bare.length > most ? `${bare.slice(0, most)}…` : bare
}
