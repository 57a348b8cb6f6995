import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'

export const pageUrl = 'https://forum.example/menuiserie'

/** A forum without a feed: the newest subject on top, 304 for who has read it already. */
export function forumDouble(): NetworkDouble {
  const subjects: string[] = []
  return {
    appear(text) {
      const id = subjects.length + 1
      subjects.unshift(`<li><a href="/sujets/${id}">Sujet ${id} de la menuiserie</a> ${text}</li>`)
    },
    fetch: async (address, init = {}) => {
      if (String(address) !== pageUrl) return new Response('', { status: 404 })
      const etag = `"${subjects.length}"`
      const headers = { etag, 'content-type': 'text/html; charset=utf-8' }
      if (init.headers?.['if-none-match'] === etag)
        return new Response(null, { status: 304, headers })
      const list = `<nav><a href="/">Toutes les rubriques du forum</a></nav><ul>${subjects.join('')}</ul>`
      return new Response(`<html lang="fr"><title>Forum</title><body>${list}</body></html>`, {
        headers,
      })
    },
  }
}
