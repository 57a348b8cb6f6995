import { describe, expect, test } from 'vitest'
import { openAtelier } from '../testing/open-atelier.ts'

const { camille } = await openAtelier()

const save = (phrase: object) => camille.post('/phrases', phrase)
const names = async () =>
  (await camille.get('/phrases')).body.map(({ name }: { name: string }) => name)

const arrival = {
  kind: 'template',
  name: 'Arrivage',
  texts: { fr: '{produit} est arrivé : {prix} €, dès {date}.', en: '{produit} is here.' },
  variables: [
    { name: 'produit', kind: 'choice', choices: ['La table Lucie', 'La chaise Hugo'] },
    { name: 'prix', kind: 'number', default: '249' },
    { name: 'date', kind: 'date' },
  ],
}

describe('a template', () => {
  test('is kept with what it asks for', async () => {
    const { status, body } = await save(arrival)
    expect(status).toBe(201)
    expect(body).toMatchObject({ texts: arrival.texts, updatedBy: 'Camille Morel' })
    expect(body.variables[1]).toEqual({
      name: 'prix',
      kind: 'number',
      label: '',
      default: '249',
      choices: [],
    })
  })

  test('names no variable that it does not declare, in any language', async () => {
    const texts = { fr: 'Au {adresse}', en: 'At {address}' }
    const variables = [{ name: 'adresse', kind: 'text' }]
    const { status, body } = await save({ kind: 'template', name: 'Adresse', texts, variables })
    expect(status).toBe(422)
    expect(body.errors).toEqual([
      {
        pointer: '/texts/en',
        detail:
          '“address” stands between braces but is not among the variables: declare it below, or correct its name.',
      },
    ])
  })

  test.each([
    [{ kind: 'number', default: 'cher' }, '/variables/0/default', '“cher” is not a number'],
    [{ kind: 'date', default: '2026-02-30x' }, '/variables/0/default', 'is not a day'],
    [{ kind: 'choice', choices: ['un'] }, '/variables/0/choices', 'two choices at least'],
    [
      { kind: 'choice', choices: ['un', 'deux'], default: 'trois' },
      '/variables/0/default',
      '“trois” is not one of the choices',
    ],
  ])('refuses %j', async (variable, pointer, sentence) => {
    const variables = [{ name: 'x', ...variable }]
    const { body } = await save({ kind: 'template', name: 'X', texts: { fr: '{x}' }, variables })
    expect(body.errors[0]).toMatchObject({ pointer, detail: expect.stringContaining(sentence) })
  })
})

describe('a set of hashtags', () => {
  test('is kept tidy: signs put, doubles gone', async () => {
    const texts = { fr: 'chêne, #Lyon  #lyon ; ##fait_main' }
    const { body } = await save({ kind: 'hashtags', name: 'Atelier', texts })
    expect(body.texts).toEqual({ fr: '#chêne #Lyon #fait_main' })
  })

  test('holds only what networks read as hashtags', async () => {
    const { body } = await save({ kind: 'hashtags', name: 'Faux', texts: { fr: '#sur-mesure' } })
    expect(body.errors[0].detail).toContain('No network reads “#sur-mesure” as a hashtag')
  })
})

test('a snippet may hold braces: they are only braces there', async () => {
  const { status } = await save({ kind: 'snippet', name: 'Code', texts: { fr: 'if {x} then' } })
  expect(status).toBe(201)
})

test('a phrase without words is refused, also by a change', async () => {
  const { body } = await save({ kind: 'snippet', name: 'Vide', texts: { fr: ' ' } })
  expect(body.errors).toEqual([{ pointer: '/texts', detail: 'Write the words to insert.' }])
  const { body: kept } = await save({ kind: 'snippet', name: 'Plein', texts: { fr: 'Bonjour' } })
  expect((await camille.patch(`/phrases/${kept.id}`, { texts: {} })).status).toBe(422)
})

test('a deleted phrase leaves the menus and comes back on a word', async () => {
  const { body } = await save({ kind: 'snippet', name: 'Horaires', texts: { fr: '9 h – 19 h' } })
  await camille.delete(`/phrases/${body.id}`)
  expect(await names()).not.toContain('Horaires')
  expect((await camille.post(`/phrases/${body.id}/restore`)).body.name).toBe('Horaires')
  expect(await names()).toContain('Horaires')
})
