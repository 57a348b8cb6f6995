import { createHmac } from 'node:crypto'
import { bootServer } from '#support/servers/boot-server.ts'
import { createGhostKey } from '#support/servers/ghost-people.ts'
import { formWith, type OpenPeer, said } from '../peer.ts'

export const open: OpenPeer = async () => {
  const site = await bootServer('ghost')
  if (!site.available) return { missing: site.reason }
  const key = await createGhostKey(site)
  const call = <Answer>(path: string, body: BodyInit, type?: string) =>
    said<Answer>(new URL(`ghost/api/admin/${path}`, `${site.url.replace(/\/$/, '')}/`), {
      method: 'POST',
      headers: {
        authorization: `Ghost ${tokenOf(key)}`,
        'accept-version': 'v5.0',
        ...(type ? { 'content-type': type } : {}),
      },
      body,
    })
  return {
    connectorId: 'ghost',
    hosts: [new URL(site.url).host],
    account: { fields: { site: site.url, key } },
    pictures: 4,
    async post(title, pictures) {
      const shown = []
      for (const picture of pictures) {
        const form = formWith('file', picture)
        const { images } = await call<{ images: { url: string }[] }>('images/upload/', form)
        shown.push(`<img src="${images[0]?.url}" alt="${picture.alt}">`)
      }
      const posts = [{ title, html: shown.join(''), status: 'published' }]
      await call('posts/?source=html', JSON.stringify({ posts }), 'application/json')
    },
    stop: site.stop,
  }
}

/** A JSON Web Token good for five minutes (docs.ghost.org/admin-api, Token authentication). */
function tokenOf(key: string): string {
  const [kid = '', secret = ''] = key.split(':')
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const iat = Math.floor(Date.now() / 1000)
  const claims = part({ iat, exp: iat + 300, aud: '/admin/' })
  const signed = `${part({ alg: 'HS256', typ: 'JWT', kid })}.${claims}`
  const signature = createHmac('sha256', Buffer.from(secret, 'hex')).update(signed)
  return `${signed}.${signature.digest('base64url')}`
}
