import list from './preview-fetchers.json' with { type: 'json' }

const tokens = list.fetchers.map(({ token, name }) => ({ token: token.toLowerCase(), name }))

/** Who fetches pages under this user agent to draw previews; `undefined` when nobody we know does. */
export function previewFetcher(userAgent: string): string | undefined {
  const lowered = userAgent.toLowerCase()
  return tokens.find(({ token }) => lowered.includes(token))?.name
}
