/**
 * A `fetch` on a connection of its own. snac closes the connection after each answer without
 * announcing it, so one request in a few hundred would be reset on a connection kept for reuse.
 */
export function fetchAlone(url: string | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('connection', 'close')
  return fetch(url, { ...init, headers })
}
