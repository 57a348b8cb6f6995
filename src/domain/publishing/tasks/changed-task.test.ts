import { describe, expect, test } from 'vitest'
import { hire, yanis as yanisIs } from '#support/hire.ts'
import { camille as owner } from '#support/desk.ts'
import { atelier, camille, desk, done, handed, inMinutes, list } from './testing.ts'

describe('what becomes of the task when its post changes', () => {
  test('edited: the task shows the new words, and “done” of the old ones is refused', async () => {
    const { post, task } = await handed('Ouvert samedi')
    const { version } = await atelier.read(post)
    await camille.patch(`/posts/${post.id}`, { version, text: 'Ouvert dimanche' })
    const [now] = (await list()).toDo
    expect(now).toMatchObject({ id: task?.id, text: 'Ouvert dimanche' })
    expect((await done(task)).body).toMatchObject({ code: 'task.edited' })
    expect((await done(now)).status).toBe(200)
    const { version: last } = await atelier.read(post)
    const late = await camille.patch(`/posts/${post.id}`, { version: last, text: 'Ouvert lundi' })
    expect(late.status).toBe(409)
  })

  test('deleted: it vanishes, and cannot be settled any more', async () => {
    const { post, task } = await handed('Annulé')
    const { version } = await atelier.read(post)
    await camille.delete(`/posts/${post.id}?version=${version}`)
    expect((await list()).toDo).toEqual([])
    expect((await done(task)).status).toBe(409)
    expect((await list()).settled.some(({ id }) => id === task?.id)).toBe(false)
  })

  test('moved in the calendar: it comes back at the new hour', async () => {
    const { post } = await handed('Déplacé')
    const { version } = await atelier.read(post)
    const at = { version, wallTime: inMinutes(120) }
    expect((await camille.post(`/posts/${post.id}/move`, at)).status).toBe(200)
    expect((await list()).toDo).toEqual([])
    await atelier.after(2 * 3600)
    expect((await list()).toDo).toMatchObject([{ text: 'Déplacé' }])
  })

  test('taken off the post: it vanishes', async () => {
    const { post } = await handed('Moins un', { by: ['rue', 'cour'] })
    const { version } = await atelier.read(post)
    const variants = [{ channelId: atelier.accounts['cour'] }]
    await camille.patch(`/posts/${post.id}`, { version, variants })
    expect((await list()).toDo.map(({ account }) => account.name)).toEqual(['Vitrine cour'])
  })
})

describe('when its words must be agreed to', () => {
  test('edited by somebody who may not publish alone, it is taken back until it is agreed to', async () => {
    await hire(desk.db, yanisIs, 'contributor')
    const yanis = await atelier.as({ email: yanisIs.email, password: owner.password })
    const { post } = await handed('Relu')
    const { version } = await atelier.read(post)
    await yanis.patch(`/posts/${post.id}`, { version, text: 'Pas relu' })
    expect(await atelier.read(post)).toMatchObject({ status: 'in-review' })
    expect((await list()).toDo).toEqual([])
    await atelier.after(3600)
    expect((await list()).toDo).toEqual([])
  })
})

describe('when everything is held', () => {
  const press = async () =>
    (await camille.post('/crisis', { scope: 'company', reason: 'Rappel' })).body

  test('what was handed over is taken back, and waits for a word once it is lifted', async () => {
    const { post } = await handed('Pas maintenant')
    const { id } = await press()
    expect((await list()).toDo).toEqual([])
    expect(await atelier.read(post)).toMatchObject({ status: 'held' })
    await camille.post(`/crisis/${id}/lift`)
    const { id: deliveryId } = await atelier.delivery(post, 'rue')
    await camille.post('/deliveries/waiting', { ids: [deliveryId], decision: 'release' })
    await atelier.settle()
    expect((await list()).toDo).toMatchObject([{ text: 'Pas maintenant' }])
  })

  test('its hour comes meanwhile: nobody is asked to put it up', async () => {
    const { id } = await press()
    await handed('Retenu')
    expect((await list()).toDo).toEqual([])
    await camille.post(`/crisis/${id}/lift`)
  })
})
