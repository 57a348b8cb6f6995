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
})
