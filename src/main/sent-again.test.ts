/** A form with a file, sent under an Idempotency-Key, wherever the desk takes one (IETF draft-ietf-httpapi-idempotency-key-header). */
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { shopWindow } from '#domain/publishing/testing/shop-window.ts'
import { openTestDesk } from '#support/desk.ts'
import { discover } from './discover.ts'

const atelier = await openTestDesk({ connectors: [shopWindow()] })
const camille = await atelier.signUp()
await camille.post('/channels', { connectorId: 'window', fields: { handle: 'rue' } })

type Content = string | Uint8Array

const picture = (red: number) =>
  sharp({ create: { width: 40, height: 40, channels: 3, background: { r: red, g: 9, b: 9 } } })
    .png()
    .toBuffer()

const mentions = (text: string) => `Date,Lien,Extrait\n2026-11-20,https://revue.example/1,${text}`

const figures = (likes: number) =>
  `date,published,account,link,text,likes\n2026-11-20,2026-11-19,lyon,https://a.example/1,Bonjour,${likes}`

const visits = (arrivals: number) => `date;compte;passages\n2026-11-20;rue;${arrivals}`

const DOORS: [path: string, name: string, one: Content, another: Content][] = [
  ['/media', 'chaise.png', await picture(200), await picture(90)],
  ['/mentions/files', 'export.csv', mentions('Morel, un'), mentions('Morel, deux')],
  ['/mentions/files/preview', 'export.csv', mentions('Morel, un'), mentions('Morel, deux')],
  ['/imports', 'plan.csv', 'texte\nUne chaise', 'texte\nUne table'],
  ['/figures/preview', 'chiffres.csv', figures(1), figures(2)],
  ['/figures/import', 'passages.csv', visits(31), visits(30)],
]

/** A still of a video, which takes a video first. It is received by the same reader as a picture. */
const NOT_PLAYED = ['/media/:id/poster']

test('every form of the desk that somebody signed in may send is played here', async () => {
  const { routes } = await discover(atelier.desk)
  const forms = routes.filter(({ multipart, access }) => multipart && access !== 'public')
  const played = DOORS.map(([path]) => path)
  expect(forms.map(({ path }) => path).toSorted()).toEqual([...played, ...NOT_PLAYED].toSorted())
})

let sent = 0
function send(path: string, name: string, content: Content, key: string) {
  const boundary = `another-each-time-${sent++}`
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  return camille.post(
    path,
    Buffer.concat([
      Buffer.from(head),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
    { 'content-type': `multipart/form-data; boundary=${boundary}`, 'idempotency-key': key },
  )
}

await camille.post('/queries', { expression: 'morel' })

describe.each(DOORS)('%s', (path, name, one, another) => {
  test('the same file under the same key is answered as the first time, another is refused', async () => {
    const first = await send(path, name, one, 'une-clef')
    expect(first).toMatchObject({ status: expect.toBeOneOf([200, 201]) })
    expect(first.headers).not.toHaveProperty('idempotent-replayed')

    for (const [otherName, content] of [
      [name, another],
      [`autre-${name}`, one],
    ] as const)
      expect(await send(path, otherName, content, 'une-clef')).toMatchObject({
        status: 422,
        body: { code: 'idempotency.key_reused' },
      })

    const again = await send(path, name, one, 'une-clef')
    expect([again.status, again.body]).toEqual([first.status, first.body])
    expect(again.headers).toHaveProperty('idempotent-replayed', 'true')
  })

  test('what was refused leaves its key free for another', async () => {
    expect((await send(path, name, '', 'refusé')).status).toBeGreaterThanOrEqual(400)
    const { body } = await send(path, `b-${name}`, another, 'refusé')
    expect(body.code).not.toBe('idempotency.key_reused')
  })
})
