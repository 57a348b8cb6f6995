import type { Ghost } from '../../servers/ghost/server.ts'

import { fetchAlone } from './fetch-alone.ts'

/** Ghost that was set up a moment ago now and then forgets a session: people sign in again. */
const mostTries = 5

/** Makes a custom integration, as on Settings → Integrations. @returns its Admin API key */
export async function createGhostKey(site: Ghost): Promise<string> {
  for (let tries = 1; ; tries++) {
    const cookie = await signIn(site)
    const asked = { integrations: [{ name: 'Vigie' }] }
    const made = await post(site, 'integrations/?include=api_keys', asked, cookie)
    if (made.status === 403 && tries < mostTries) continue
    const { integrations } = (await answerOf(made)) as {
      integrations: { api_keys: { type: string; secret: string }[] }[]
    }
    const key = integrations[0]?.api_keys.find(({ type }) => type === 'admin')
    if (!key) throw new Error('Ghost gave no Admin API key.')
    return key.secret
  }
}

async function signIn(site: Ghost): Promise<string> {
  const { email: username, password } = site
  const session = await post(site, 'session/', { username, password })
  if (!session.ok) await answerOf(session)
  const lines = session.headers.getSetCookie()
  return lines.map((line) => line.split(';')[0]).join('; ')
}

function post({ url }: Ghost, path: string, body: object, cookie = ''): Promise<Response> {
  return fetchAlone(`${url}/ghost/api/admin/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, cookie },
    body: JSON.stringify(body),
  })
}

async function answerOf(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`Ghost answered ${response.status}: ${await response.text()}`)
  return response.json()
}
