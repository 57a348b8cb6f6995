// Preloaded (`node -r`): a server of this network comes to read the documents of a desk at its public address in https.
// Here, `https://desk-<port>.…` is the desk that listens on that port of this machine.
'use strict'
const fetchIt = globalThis.fetch

globalThis.fetch = function (input, init) {
  const request = input instanceof Request ? input : new Request(input, init)
  const [, port] = /^https:\/\/desk-(\d+)\./.exec(request.url) ?? []
  if (!port) return fetchIt.call(this, input, init)
  const { pathname, search } = new URL(request.url)
  return fetchIt.call(this, `http://127.0.0.1:${port}${pathname}${search}`, {
    headers: request.headers,
    redirect: request.redirect,
    signal: request.signal,
  })
}
