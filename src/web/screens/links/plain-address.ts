/** An address as one reads it aloud: no scheme, no `www.`, no campaign tags, no last slash. */
export function plainAddress(address: string): string {
  const url = URL.parse(address)
  if (!url) return address
  // Listed first: a list that shrinks while it is walked skips every other name.
  const tags = [...url.searchParams.keys()].filter((name) => name.startsWith('utm_'))
  for (const tag of tags) url.searchParams.delete(tag)
  const rest = `${url.pathname}${url.search}${url.hash}`
  return `${url.host.replace(/^www\./, '')}${rest === '/' ? '' : rest.replace(/\/$/, '')}`
}

/** Whether an address only answers on the machine of the desk. */
export function staysHere(address: string): boolean {
  const host = URL.parse(address)?.hostname ?? ''
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.')
}
