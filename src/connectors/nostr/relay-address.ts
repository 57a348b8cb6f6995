const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * The address of a relay from whatever a person types: `relay.example`, `wss://relay.example/inbox`. Always `wss:`, but
 * on loopback, where nothing leaves the machine.
 * @returns for instance `wss://relay.example`, or null when it is no address
 */
function relayAddress(typed: string): string | null {
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

/**
 * The relays in a list that a person typed, with spaces, commas or lines between them, each once.
 * @returns `wrong`: the first that is no address; empty when there is none at all
 */
export function relaysIn(typed: string): { relays: string[]; wrong: string | null } {
  const words = typed.split(/[\s,;]+/).filter(Boolean)
  const addresses = words.map((word) => relayAddress(word))
  const wrong = words.find((_, index) => addresses[index] === null)
  const relays = [...new Set(addresses.filter((address) => address !== null))]
  return { relays, wrong: wrong ?? (relays.length === 0 ? '' : null) }
}
