const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * The origin of a server from whatever a person types: `mastodon.social`, `https://mastodon.social/@us`,
 * `@us@mastodon.social`. Always https, but on loopback, where nothing leaves the machine.
 * @returns for instance `https://mastodon.social`, or null when it is no address
 */
export function serverAddress(typed: string): string | null {
  const words = typed.trim().replace(/^@?[^@/\s]+@(?=[^@/]+$)/, '')
  if (words === '' || /\s/.test(words)) return null
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(words)
  const guess = hasScheme || !loopback.test(words.split(/[:/]/)[0] ?? '') ? 'https://' : 'http://'
  const url = URL.parse(hasScheme ? words : guess + words)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  if (loopback.test(url.hostname)) return url.origin
  if (!url.hostname.includes('.') || url.username !== '') return null
  return `https://${url.host}`
}
