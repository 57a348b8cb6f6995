export const POSTS = 500

export interface Shop {
  cookie: string
  companyId: string
  /** `2027-01`: a month that is wholly to come. */
  month: string
}

const HANDS = 6

/** A practice shop with so many posts scheduled in one month, made through the API. */
export async function seed(origin: string, posts = POSTS): Promise<Shop> {
  const account = {
    name: 'Camille Morel',
    email: 'camille@atelier-morel.example',
    password: 'une chaise en chêne',
    language: 'en',
  }
  const call = async <T>(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ) => {
    const init = {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }
    const response = await fetch(`${origin}/api/v1${path}`, method === 'GET' ? { headers } : init)
    if (!response.ok)
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return { body: (response.status === 204 ? null : await response.json()) as T, response }
  }
  const { response } = await call('POST', '/sign-up', account)
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { body: company } = await call<{ id: string }>('POST', '/practice', {}, { cookie })
  const headers = { cookie, 'vigie-company': company.id }
  const { body: channels } = await call<{ id: string }[]>('GET', '/channels', null, headers)
  const channelId = channels[0]?.id
  const next = new Date()
  next.setUTCMonth(next.getUTCMonth() + 1, 1)
  const month = next.toISOString().slice(0, 7)
  const make = async (i: number) => {
    const { body: post } = await call<{ id: string; version: number }>(
      'POST',
      '/posts',
      { text: textOf(i), variants: [{ channelId }] },
      headers,
    )
    const day = String((i % 28) + 1).padStart(2, '0')
    const hour = String(8 + (Math.floor(i / 28) % 12)).padStart(2, '0')
    const minute = String((Math.floor(i / 336) * 6) % 60).padStart(2, '0')
    const wallTime = `${month}-${day}T${hour}:${minute}`
    await call('POST', `/posts/${post.id}/schedule`, { version: post.version, wallTime }, headers)
  }
  let begun = 0
  const hand = async () => {
    while (begun < posts) await make(begun++)
  }
  await Promise.all(Array.from({ length: HANDS }, hand))
  return { cookie, companyId: company.id, month }
}

const textOf = (i: number) => `Chair ${i} leaves the workshop today, oiled and signed.`

/** The least that could show the same: one row a post, no library; a key moves the row one place down. */
export function plainPage({ month }: Shop, posts = POSTS): string {
  const rows = Array.from({ length: posts }, (_, i) => {
    const day = String((i % 28) + 1).padStart(2, '0')
    return `<tr><td>${month}-${day}</td><td><button>${textOf(i)}</button></td></tr>`
  })
  const script = `addEventListener('keydown', (e) => {
    const row = e.key === 'ArrowDown' && document.activeElement.closest('tr')
    if (row && row.nextElementSibling) { row.nextElementSibling.after(row); row.querySelector('button').focus() }
  })`
  return `<!doctype html><meta charset="utf-8"><title>Posts</title><table>${rows.join('')}</table><script>${script}</script>`
}
