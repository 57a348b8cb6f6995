import { request } from 'undici'
import type { BlueskyPerson } from './bluesky-people.ts'

/**
 * A person on the page where access is given: signs in with their own password, reads what is asked, and allows or
 * refuses it. Speaks as the page itself does (PDS 0.5.35).
 * @returns where the network sends them, with what it brings
 */
export async function consentAtBluesky(
  address: string,
  person: BlueskyPerson,
  answer: 'allow' | 'refuse' = 'allow',
): Promise<URL> {
  const page = new URL(address)
  const jar = new Map<string, string>()
  const opened = await request(page, {
    headers: {
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
      'sec-fetch-site': 'cross-site',
    },
  })
  const html = await opened.body.text()
  keepCookies(jar, opened.headers)
  if (opened.statusCode !== 200) throw new Error(`the page answered ${opened.statusCode}: ${html}`)

  async function post<T>(endpoint: string, body: object, token?: string): Promise<T> {
    const {
      statusCode,
      headers,
      body: said,
    } = await request(new URL(`/@atproto/oauth-provider/~api${endpoint}`, page), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'sec-fetch-mode': 'same-origin',
        'sec-fetch-site': 'same-origin',
        'sec-fetch-dest': 'empty',
        origin: page.origin,
        referer: page.href,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-csrf-token': jar.get('csrf-token') ?? '',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
    })
    keepCookies(jar, headers)
    const words = await said.text()
    if (statusCode !== 200) throw new Error(`${endpoint} answered ${statusCode}: ${words}`)
    return JSON.parse(words) as T
  }

  if (answer === 'refuse') return backFrom(await post<{ url: string }>('/reject', {}))
  const { ephemeralToken } = await post<{ ephemeralToken: string }>('/sign-in', {
    locale: 'fr',
    username: person.handle,
    password: person.password,
    remember: false,
  })
  return backFrom(await post<{ url: string }>('/consent', { did: person.did }, ephemeralToken))
}

/** The network's last page only sends on: to the desk, with these words. */
function backFrom({ url }: { url: string }): URL {
  const { searchParams } = new URL(url)
  const back = new URL(searchParams.get('redirect_uri') ?? '')
  for (const [name, value] of searchParams) {
    if (!name.startsWith('redirect_')) back.searchParams.append(name, value)
  }
  return back
}

function keepCookies(
  jar: Map<string, string>,
  headers: Record<string, string | string[] | undefined>,
): void {
  for (const line of [headers['set-cookie'] ?? []].flat()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (name) jar.set(name, value ?? '')
  }
}
