import type { FetchInit } from '#connectors/_contract/connector.ts'

const goodCode = '4/0code-of-morel'
export const app = { clientId: '7781.apps.googleusercontent.com', clientSecret: 'GOCSPX-of-morel' }

/** What the browser brings back once a person has allowed us. */
export function allow(url: string): URLSearchParams {
  const state = new URL(url).searchParams.get('state') ?? ''
  return new URLSearchParams({ code: goodCode, state })
}

/**
 * Google’s accounts in memory, with answers in the shape of
 * developers.google.com/identity/protocols/oauth2/web-server, read 2026-11-25.
 */
export function googleLogin() {
  const access = new Set<string>()
  const refresh = new Set<string>()
  let made = 0

  function token(form: URLSearchParams): Response {
    const knowsApp =
      form.get('client_id') === app.clientId && form.get('client_secret') === app.clientSecret
    if (!knowsApp) return json({ error: 'invalid_client', error_description: 'Unauthorized' }, 401)
    const isRenewal = form.get('grant_type') === 'refresh_token'
    const isGood = isRenewal
      ? refresh.has(form.get('refresh_token') ?? '')
      : form.get('code') === goodCode && form.has('code_verifier')
    if (!isGood) return json({ error: 'invalid_grant', error_description: 'Bad Request' }, 400)
    const tokens = {
      access_token: `ya29.access-${++made}`,
      ...(isRenewal ? {} : { refresh_token: `1//refresh-${made}` }),
    }
    access.add(tokens.access_token)
    if (tokens.refresh_token) refresh.add(tokens.refresh_token)
    return json({ ...tokens, expires_in: 3599, token_type: 'Bearer' })
  }

  function revoke(form: URLSearchParams): Response {
    if (!refresh.delete(form.get('token') ?? '')) return json({ error: 'invalid_token' }, 400)
    access.clear()
    return json({})
  }

  return {
    /** @returns null for a request that comes in with a good token and asks for something else */
    answer(url: URL, { headers, body }: FetchInit): Response | null {
      if (url.host === 'oauth2.googleapis.com') {
        const form = new URLSearchParams(String(body))
        return url.pathname === '/revoke' ? revoke(form) : token(form)
      }
      const bearer = headers?.['authorization']?.replace('Bearer ', '') ?? ''
      if (access.has(bearer)) return null
      const message = 'Request had invalid authentication credentials.'
      return json({ error: { code: 401, message, status: 'UNAUTHENTICATED' } }, 401)
    },
  }
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  })
}
