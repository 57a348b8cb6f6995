const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * The address of a relay from whatever a person types: `relay.example`, `wss://relay.example/inbox`. Always `wss:`, but
 * on loopback, where nothing leaves the machine.
 * @returns for instance `wss://relay.example`, or null when it is no address
 */
export function relayAddress(typed: string): string | null {
  const words = typed.trim()
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(words)
  const isPlain = loopback.test(words.split(/[:/]/)[0] ?? '')
  const url = URL.parse(hasScheme ? words : `${isPlain ? 'ws' : 'wss'}://${words}`)
  if (!url || !/^wss?:$/.test(url.protocol) || url.username !== '') return null
  const isLoopback = loopback.test(url.hostname)
  if (!isLoopback && !url.hostname.includes('.')) return null
  const scheme = isLoopback ? url.protocol : 'wss:'
  return `${scheme}//${url.host}${url.pathname.replace(/\/+$/, '')}`
}
