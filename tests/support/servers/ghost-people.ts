import { createHmac } from 'node:crypto'

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

/** Asks the Admin API by a key. @returns what it answered */
export async function askAs(
  { url }: Ghost,
  key: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const [id, secret = ''] = key.split(':')
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  const head = part({ alg: 'HS256', typ: 'JWT', kid: id })
  const said = `${head}.${part({ iat: now, exp: now + 300, aud: '/admin/' })}`
  const signed = createHmac('sha256', Buffer.from(secret, 'hex')).update(said).digest('base64url')
  const response = await fetchAlone(`${url}/ghost/api/admin/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', authorization: `Ghost ${said}.${signed}` },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return answerOf(response)
}

interface Commented {
  name: string
  post: string
  /** The comment it answers. */
  parent?: string
  html: string
}

/** A new member of the site comments on a post. @returns the comment's id */
export async function commentAs(
  site: Ghost,
  key: string,
  { name, post: about, parent, html }: Commented,
): Promise<string> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@lecteurs.example`
  const { members } = (await askAs(site, key, 'members/', { members: [{ name, email }] })) as {
    members: { id: string }[]
  }
  const said = { post_id: about, member_id: members[0]?.id, parent_id: parent, html }
  const { comments } = (await askAs(site, key, 'comments/', { comments: [said] })) as {
    comments: { id: string }[]
  }
  const [comment] = comments
  if (!comment) throw new Error('Ghost kept no comment.')
  return comment.id
}
