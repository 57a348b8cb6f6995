import { beforeEach, describe, expect, test } from 'vitest'
import { add, camille, channelId, desk, first, ORIGIN, server, write } from './testing.ts'

describe('leaving', () => {
  const leaveUrl = () =>
    /List-Unsubscribe: <(\S+)>/.exec(
      server.taken[0]?.content.replaceAll(/\r?\n\s+/g, ' ') ?? '',
    )?.[1] ?? ''

  beforeEach(async () => {
    await add('yanis@example.org')
    await write(first)
    await desk.settle()
  })

  test('takes the button of a page: looking at it changes nothing', async () => {
    const url = leaveUrl().replace(ORIGIN, '')
    const looked = await desk.open.server.inject({ url })
    expect(looked.body).toContain('Se désabonner')
    expect((await camille.get(`/channels/${channelId}/list`)).body.subscribed).toBe(1)
    const pressed = await desk.open.server.inject({ method: 'POST', url })
    expect(pressed.body).toContain('Vous êtes désabonné')
    expect((await camille.get(`/channels/${channelId}/list`)).body).toMatchObject({ left: 1 })
    expect((await add('yanis@example.org')).body).toMatchObject({ added: 0, leftBefore: 1 })
  })

  test.each([
    ['a form', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'a form with parts',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    ],
  ])('takes one click of a mail program, as %s', async (_, type, payload) => {
    const url = leaveUrl().replace(ORIGIN, '')
    const headers = { 'content-type': type }
    const answer = await desk.open.server.inject({ method: 'POST', url, headers, payload })
    expect(answer.statusCode).toBe(200)
    expect((await camille.get(`/channels/${channelId}/list`)).body).toMatchObject({ left: 1 })
  })

  test('an address of nobody is a page that says so', async () => {
    const answer = await desk.open.server.inject({ url: `/u/${'x'.repeat(22)}` })
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
  })
})
