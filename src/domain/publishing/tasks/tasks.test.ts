import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { inOneTransaction } from '#platform/db/join-transaction.ts'
import type { MediaView } from '../media/api.ts'
import { claimNext } from '../deliveries/claim-delivery.ts'
import { TIMINGS } from '../deliveries/timings.ts'
import type { TaskView } from './api.ts'
import {
  atelier,
  board,
  camille,
  clock,
  desk,
  done,
  handed,
  inMinutes,
  letters,
  list,
  say,
} from './testing.ts'

describe('at its hour', () => {
  test('a post becomes a task with all that is needed to do it', async () => {
    const { post, task } = await handed('Portes ouvertes samedi')
    expect(task).toMatchObject({
      state: 'to-do',
      isLate: false,
      text: 'Portes ouvertes samedi',
      account: { name: 'Vitrine rue', network: 'Window', stamp: 'VI', address: null },
      steps: [
        { text: 'Print it', isDone: false },
        { text: 'Put it up', isDone: false },
      ],
      proof: 'photo',
    })
    expect(await atelier.read(post)).toMatchObject({
      status: 'handed',
      deliveries: [{ state: 'handed', actions: [], attempts: [] }],
    })
  })

  test('whoever wrote it is told by one letter, which leads to the list', async () => {
    await handed('Portes ouvertes')
    await atelier.after(61)
    expect(letters.map(({ subject }) => subject)).toEqual([
      'À faire à la main pour Atelier Morel : Vitrine rue'.replace(' :', '\u00a0:'),
    ])
    expect(letters[0]?.text).toContain('Portes ouvertes')
    expect(letters[0]?.text).toContain('/to-do')
  })

  test('what is settled within the minute is not written about', async () => {
    const { task } = await handed('Déjà fait')
    await done(task)
    await atelier.after(120)
    expect(letters).toEqual([])
  })

  test('it is handed over once, whoever comes for it at the same time', async () => {
    await atelier.scheduled('Une seule fois', inMinutes(5), { by: ['rue'] })
    clock.advance(300_000)
    const offices = [1, 2, 3, 4].map(() => ({ desk, timings: TIMINGS, held: new Set<string>() }))
    const claims = await Promise.all(offices.map(claimNext))
    expect(claims.filter((one) => one === 'settled')).toHaveLength(1)
    expect((await list()).toDo).toHaveLength(1)
    await atelier.after(3600)
    expect(letters).toHaveLength(1)
  })

  test('whoever dies over it has handed nothing over, and told nobody; the next one does', async () => {
    await atelier.scheduled('Coupure', inMinutes(5), { by: ['rue'] })
    clock.advance(300_000)
    const dies = inOneTransaction(desk, async (within) => {
      const office = { desk: within, timings: TIMINGS, held: new Set<string>() }
      expect(await claimNext(office)).toBe('settled')
      throw new Error('the machine is cut off')
    })
    await expect(dies).rejects.toThrow('cut off')
    expect((await list()).toDo).toEqual([])
    await atelier.after(62)
    expect([(await list()).toDo.length, letters.length]).toEqual([1, 0])
    await atelier.after(62)
    expect(letters).toHaveLength(1)
  })

  test('the other accounts of the post are served as ever', async () => {
    const { post, task } = await handed('Partout', { by: ['lyon', 'rue'] })
    expect(board.pinned.map(({ text }) => text)).toEqual(['Partout'])
    expect(await atelier.read(post)).toMatchObject({ status: 'handed' })
    await done(task)
    expect(await atelier.read(post)).toMatchObject({ status: 'published' })
  })

  test('after a long sleep it is handed over all the same, and shown as late', async () => {
    await atelier.scheduled('En retard', inMinutes(5), { by: ['rue'] })
    await atelier.after(3 * 86_400)
    expect((await list()).toDo).toMatchObject([{ text: 'En retard', isLate: true }])
    expect((await camille.get('/tasks/count')).body).toEqual({ toDo: 1, late: 1 })
  })

  test('what comes within a week is announced', async () => {
    await atelier.scheduled('Jeudi', inMinutes(2 * 1440), { by: ['rue'] })
    await atelier.scheduled('Dans un mois', inMinutes(30 * 1440), { by: ['rue'] })
    await atelier.scheduled('Par une machine', inMinutes(60), { by: ['lyon'] })
    expect((await list()).coming.map(({ text }) => text)).toEqual(['Jeudi'])
  })

  test('a place that is closed takes nothing, and says why', async () => {
    const { id, version } = await atelier.draft('Trop tard', { by: ['murée'] })
    const answer = await camille.post(`/posts/${id}/schedule`, { version })
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([
      422,
      expect.stringContaining('It was walled up.'),
    ])
  })
})

describe('what a person says of it', () => {
  test('done, here is the link: it is published there, and the log says by whom', async () => {
    const { post, task } = await handed('En ligne')
    const answer = await done(task, { url: 'https://atelier-morel.example/vitrine' })
    expect(answer.body).toMatchObject({ state: 'done', settledBy: 'Camille Morel' })
    expect(await atelier.delivery(post, 'rue')).toMatchObject({
      state: 'published',
      remoteUrl: 'https://atelier-morel.example/vitrine',
    })
    const { body } = await camille.get('/audit')
    expect(JSON.stringify(body)).toContain('task.done')
    expect((await list()).toDo).toEqual([])
  })

  test('an address that is no secure one is refused by its field', async () => {
    const { task } = await handed('Adresse')
    const answer = await done(task, { url: 'http://atelier-morel.example' })
    expect([answer.status, answer.body]).toMatchObject([422, { errors: [{ pointer: '/url' }] }])
  })

  test('done, here is a photo: it stands by the task', async () => {
    const bytes = await sharp({
      create: { width: 40, height: 30, channels: 3, background: '#a65' },
    })
      .jpeg()
      .toBuffer()
    const file = { name: 'vitrine.jpg', type: 'image/jpeg', bytes: new Uint8Array(bytes) }
    const photo = (await camille.upload<MediaView>('/media', file)).body
    const { task } = await handed('Photo')
    expect((await done(task, { mediaId: photo.id })).body.photo).toMatchObject({
      mediaId: photo.id,
    })
    const other = await handed('Autre photo')
    const unknown = await done(other.task, { mediaId: '01890000-0000-7000-8000-000000000000' })
    expect(unknown.status).toBe(422)
  })

  test('done said twice is done once; two who disagree are answered one after the other', async () => {
    const { post, task } = await handed('Deux fois')
    const answers = await Promise.all([
      done(task, { url: 'https://a.example' }),
      done(task, { url: 'https://b.example' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const stands = (await atelier.delivery(post, 'rue')).remoteUrl
    expect(answers.map(({ body }) => body.url)).toEqual([stands, stands])
    expect((await say(task, 'not-done', { reason: 'Si' })).status).toBe(409)
  })

  test('not done asks for a reason, and keeps it', async () => {
    const { post, task } = await handed('Plus d’encre')
    expect((await say(task, 'not-done', { reason: '  ' })).status).toBe(422)
    const answer = await say(task, 'not-done', { reason: 'Plus d’encre' })
    expect(answer.body).toMatchObject({ state: 'not-done', reason: 'Plus d’encre' })
    expect(await atelier.read(post)).toMatchObject({ status: 'cancelled' })
  })

  test('later: it leaves the list until its new hour, and is told anew', async () => {
    const { task } = await handed('Plus tard')
    expect((await say(task, 'later', { wallTime: inMinutes(-5) })).status).toBe(422)
    await say(task, 'later', { wallTime: inMinutes(90) })
    expect(await list()).toMatchObject({ toDo: [], coming: [{ text: 'Plus tard' }] })
    letters.length = 0
    await atelier.after(90 * 60)
    expect((await list()).toDo).toMatchObject([{ text: 'Plus tard', isLate: false }])
    await atelier.after(61)
    expect(letters).toHaveLength(1)
  })

  test('ticked steps stay ticked, for whoever goes on with it', async () => {
    const { task } = await handed('À moitié')
    await say(task, 'ticks', { ticked: [0] })
    const [shown] = (await list()).toDo
    expect(shown?.steps.map(({ isDone }) => isDone)).toEqual([true, false])
  })

  test('a mistaken “done” is undone: it is to be done again, half ticked as it was', async () => {
    const { post, task } = await handed('Par erreur')
    await say(task, 'ticks', { ticked: [1] })
    await done(task, { url: 'https://a.example' })
    expect((await say(task, 'undo')).body).toMatchObject({ state: 'to-do', url: null })
    expect(await atelier.delivery(post, 'rue')).toMatchObject({
      state: 'handed',
      publishedAt: null,
      remoteUrl: null,
    })
    expect((await list()).toDo[0]?.steps[1]?.isDone).toBe(true)
    expect((await say(task, 'undo')).status).toBe(409)
  })

  test('a mistaken “not done” too', async () => {
    const { task } = await handed('Si, finalement')
    await say(task, 'not-done', { reason: 'Fermé' })
    expect((await say(task, 'undo')).body).toMatchObject({ state: 'to-do', reason: '' })
  })

  test('nobody settles the tasks of another company', async () => {
    const { task } = await handed('Chez nous')
    expect((await atelier.stranger.post(`/tasks/${task?.id}/done`, {})).status).toBe(401)
    expect((await say({ ...task, id: crypto.randomUUID() } as TaskView, 'undo')).status).toBe(404)
  })
})
