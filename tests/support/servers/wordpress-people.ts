import { runOnWordPress, type WordPressSite } from '../../servers/wordpress/server.ts'

import { fetchAlone } from './fetch-alone.ts'

export interface WordPressPerson {
  id: number
  login: string
  /** An application password. */
  password: string
}

/** Adds somebody to a site, with an application password as their profile would give. */
export function createWordPressPerson(
  site: WordPressSite,
  login: string,
  role: 'administrator' | 'editor' | 'author' | 'contributor' | 'subscriber',
): Promise<WordPressPerson> {
  const name = login.slice(0, 1).toUpperCase() + login.slice(1)
  return runOnWordPress(site, 'person', { login, name, role })
}

export interface Visit {
  post: number
  text: string
  name?: string
  parent?: number
  approved?: boolean
}

/** Somebody without an account comments a post. @returns the number of the comment */
export async function commentOnWordPress(site: WordPressSite, visit: Visit): Promise<number> {
  const { name = 'Yanis', approved = true, ...rest } = visit
  const email = `${name.toLowerCase()}@autre.example`
  const { id } = await runOnWordPress<{ id: number }>(site, 'visitor', {
    ...rest,
    name,
    email,
    approved,
  })
  return id
}

/** Asks the site's REST API as somebody, or as nobody. */
export async function askWordPress<Answer>(
  { url }: WordPressSite,
  route: string,
  { person, ...init }: RequestInit & { person?: WordPressPerson } = {},
): Promise<Answer> {
  const [path, query = ''] = route.split('?')
  const address = new URL(`${url}/index.php?rest_route=/wp/v2${path}&${query}`)
  const pair = person && Buffer.from(`${person.login}:${person.password}`).toString('base64')
  const headers = { ...init.headers, ...(pair ? { authorization: `Basic ${pair}` } : {}) }
  const response = await fetchAlone(address, { ...init, headers } as RequestInit)
  return (await response.json()) as Answer
}
