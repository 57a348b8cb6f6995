import { bootServer } from '#support/servers/boot-server.ts'
import { createWordPressPerson } from '#support/servers/wordpress-people.ts'
import { formWith, type OpenPeer, said } from '../peer.ts'

export const open: OpenPeer = async () => {
  const site = await bootServer('wordpress')
  if (!site.available) return { missing: site.reason }
  const { login, password } = await createWordPressPerson(site, 'morel', 'editor')
  const authorization = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`
  const call = <Answer>(route: string, body: BodyInit, type?: string) =>
    said<Answer>(`${site.url}/index.php?rest_route=/wp/v2/${route}`, {
      method: 'POST',
      headers: { authorization, ...(type ? { 'content-type': type } : {}) },
      body,
    })
  return {
    connectorId: 'wordpress',
    hosts: [new URL(site.url).host],
    account: { fields: { site: site.url, login, password } },
    pictures: 4,
    async post(words, pictures) {
      const shown = []
      for (const picture of pictures) {
        const form = formWith('file', picture)
        const { source_url: url } = await call<{ source_url: string }>('media', form)
        shown.push(`<img src="${url}" alt="${picture.alt}">`)
      }
      const post = { title: words, content: shown.join(''), status: 'publish' }
      await call('posts', JSON.stringify(post), 'application/json')
    },
    stop: site.stop,
  }
}
