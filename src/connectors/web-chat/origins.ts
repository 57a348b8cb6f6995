/**
 * The origin of a website as a person writes it: `www.atelier.example`, or the address of any of its pages.
 * @returns null for what is no website; plain http is for this machine alone, to try things out
 */
export function originIn(written: string): string | null {
  const url = URL.parse(/^[a-z]+:\/\//i.test(written) ? written : `https://${written}`)
  if (!url || url.username !== '' || /[;,'"*\s]/.test(url.host)) return null
  const isHere = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
  if (url.protocol === 'http:' && isHere) return url.origin
  return url.protocol === 'https:' && (isHere || url.hostname.includes('.')) ? url.origin : null
}
