import { describe, expect, test } from 'vitest'
import { said } from '../fixture.ts'
import { listeningDesk } from '../testing.ts'

const here = await listeningDesk()
const { press, settle, save, listenTo, mentions } = here

describe('what the desk reads in a mention', () => {
  test('is kept with it, with the words that decided, and can be asked for', async () => {
    await save('morel')
    await listenTo()
    press.says.push(
      said('Merci à Morel, ma table est magnifique et la livraison parfaite, bravo !'),
      said('Attention, faux compte Morel qui demande votre carte, ne cliquez pas'),
      said('Die Firma Morel stellt heute ihre neuen Tische und Stühle in der Stadt vor'),
    )
    await settle()

    const [delighted, ...others] = await mentions('?sentiment=positive')
    expect(others).toEqual([])
    expect(delighted).toMatchObject({
      language: 'fr',
      signals: { sentiment: 'positive', byPerson: false },
    })
    expect(delighted?.signals?.words.sentiment).toContain('magnifique')
    const impostors = await mentions('?risk=impostor')
    expect(impostors.map(({ excerpt }) => excerpt)).toEqual([
      'Attention, faux compte Morel qui demande votre carte, ne cliquez pas',
    ])
    expect(impostors[0]?.signals?.risks).toContain('impostor')
    const [german] = (await mentions()).filter(({ language }) => language === 'de')
    expect(german?.signals).toMatchObject({ sentiment: 'unsure', confidence: 0 })
  })

  test('gives way to what a person says, until that is taken back', async () => {
    await save('morel')
    await listenTo()
    press.says.push(
      said('Merci à Morel, ma table est magnifique et la livraison parfaite, bravo !'),
    )
    await settle()
    const [mention] = await mentions()
    const correct = (sentiment: string | null) =>
      here.camille.patch(`/mentions/${mention?.id}`, { sentiment })

    expect((await correct('negative')).body.signals).toMatchObject({
      sentiment: 'negative',
      byPerson: true,
    })
    expect(await mentions('?sentiment=positive')).toEqual([])
    expect(await mentions('?sentiment=negative')).toHaveLength(1)
    await here.camille.patch(`/mentions/${mention?.id}`, { seen: true })
    expect((await mentions())[0]?.signals?.byPerson).toBe(true)
    expect((await correct(null)).body.signals).toMatchObject({
      sentiment: 'positive',
      byPerson: false,
    })
    expect((await correct('furious')).status).toBe(422)
  })

  test('gives way likewise for intents and risks, and filters follow', async () => {
    await save('morel')
    await listenTo()
    press.says.push(said('Attention, faux compte Morel qui demande votre carte, ne cliquez pas'))
    await settle()
    const [mention] = await mentions()
    const correct = (wants: unknown) => here.camille.patch(`/mentions/${mention?.id}`, { wants })
    expect(mention?.signals).toMatchObject({ risks: ['impostor'], wantsByPerson: false })

    expect((await correct(['question', 'safety'])).body.signals).toMatchObject({
      intents: ['question'],
      risks: ['safety'],
      wantsByPerson: true,
    })
    expect(await mentions('?risk=impostor')).toEqual([])
    expect(await mentions('?risk=safety')).toHaveLength(1)
    expect((await correct([])).body.signals).toMatchObject({ intents: [], risks: [] })
    expect((await correct(null)).body.signals).toMatchObject({
      risks: ['impostor'],
      wantsByPerson: false,
    })
    expect((await correct(['fury'])).status).toBe(422)
  })

  test('is corrected in all that says the same, and in the copies still to come', async () => {
    await save('morel')
    await listenTo()
    const text =
      'Faux compte Morel : il demande votre carte bancaire, ne cliquez surtout pas dessus'
    press.says.push(said(text), said(`${text} !`))
    await settle()
    const [mention] = await mentions()
    const correction = { sentiment: 'neutral', wants: ['question'], alike: true }
    await here.camille.patch(`/mentions/${mention?.id}`, correction)
    press.says.push(said(`${text} !!`))
    here.clock.advance(3_600_000)
    await settle()
    const all = await mentions('?folded=no')
    expect(all).toHaveLength(3)
    for (const { signals } of all)
      expect(signals).toMatchObject({
        sentiment: 'neutral',
        byPerson: true,
        intents: ['question'],
        risks: [],
      })
  })
})
