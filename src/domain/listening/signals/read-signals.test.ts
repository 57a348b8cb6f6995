import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intents, readSignals, risks } from './index.ts'

describe('what a post says of Atelier Morel', () => {
  it('is praise when a customer is delighted, and the words that said so are shown', () => {
    const read = readSignals(
      'Merci à l’Atelier Morel, ma table en chêne est magnifique et livrée en avance !',
    )
    expect(read).toMatchObject({ language: 'fr', sentiment: 'positive' })
    expect(read.intents).toContain('praise')
    expect(read.words.sentiment).toContain('magnifique')
  })

  it('is a complaint when the chair never came', () => {
    const read = readSignals(
      'Three weeks and my chair never arrived, no reply from customer service. Awful.',
    )
    expect(read).toMatchObject({ language: 'en', sentiment: 'negative' })
    expect(read.intents).toContain('complaint')
    expect(read.words.complaint).toContain('never arrived')
  })

  it('turns with a negation', () => {
    const plain = readSignals('La nouvelle chaise est confortable et bien pensée, je suis content')
    const denied = readSignals(
      'La nouvelle chaise n’est pas confortable, ni bien pensée, je ne suis pas content',
    )
    expect([plain.sentiment, denied.sentiment]).toEqual(['positive', 'negative'])
  })

  it('is somebody about to buy when they ask who sells it', () => {
    const read = readSignals(
      'Je cherche une table en chêne pour huit personnes, vous me conseillez quoi ?',
    )
    expect(read.intents).toContain('buying')
    expect(read.intents).not.toContain('hiring')
    expect(read.intents).not.toContain('praise')
  })

  it('is no praise yet to look for something, unless a turn of phrase says so', () => {
    const looking = readSignals(
      'cherche logiciel de caisse simple pour une petite librairie, sans engagement si ça existe',
    )
    expect(looking.intents).toContain('buying')
    expect(looking.intents).not.toContain('praise')
    expect(
      readSignals('La démo m’a conquis, je précommande dès que ma paie tombe').intents,
    ).toEqual(expect.arrayContaining(['praise', 'buying']))
  })

  it.each(['table', 'table seule', 'Une table', 'chair', 'bois massif', '“nul”', 'Atelier Morel'])(
    'is nothing that anybody wants while “%s” is all it says',
    (post) => expect(readSignals(post).intents).toEqual([]),
  )

  it('is a complaint or praise in two words where one of them is felt', () => {
    expect(readSignals('Table cassée').words.complaint).toEqual(['cassée'])
    expect(readSignals('super').words.praise).toEqual(['super'])
  })

  it('is never said to be something without a word that decided', () => {
    // Spread over words that weigh next to nothing each, or in a language that is not certain.
    for (const post of [
      'On nous disait "lycée difficile". On a trouvé des profs debout.',
      'burnt under, raw in the middle, "best cake ever mummy"',
      'grande table en bois',
      'où ?',
    ]) {
      const { words, ...read } = readSignals(post)
      for (const said of [...read.intents, ...read.risks]) expect(words[said]).not.toEqual([])
      expect(Object.keys(words)).toEqual(expect.arrayContaining([...read.intents, ...read.risks]))
    }
  })

  it.each([
    ['leak', 'Un mail interne d’Atelier Morel annonce la fermeture du magasin de Lyon'],
    ['impostor', 'Attention, faux compte Atelier Morel qui demande votre carte bancaire'],
    ['threat', 'Remboursez-moi sinon je publie tout, vous allez le regretter'],
    ['boycott', 'Boycottez Atelier Morel, ils coupent des forêts anciennes'],
    ['safety', 'The Atelier Morel lamp caught fire next to my daughter’s bed'],
  ] as const)('raises the risk “%s”', (risk, post) => {
    const read = readSignals(post)
    expect(read.risks).toContain(risk)
    expect(read.words[risk]?.length).toBeGreaterThan(0)
  })

  it('leaves what has no words alone', () => {
    for (const nothing of ['', '   ', 'https://atelier-morel.example', '@morel @sofia'])
      expect(readSignals(nothing)).toMatchObject({
        language: 'unsure',
        sentiment: 'unsure',
        confidence: 0,
      })
  })

  it('says which language it is, and claims no opinion where no model reads it', () => {
    expect(
      readSignals('Der neue Tisch ist wunderbar, vielen Dank für die schnelle Lieferung'),
    ).toMatchObject({
      language: 'de',
      sentiment: 'unsure',
      confidence: 0,
      intents: [],
    })
  })

  it('takes the language of the source where two words leave doubt', () => {
    expect(readSignals('super table').language).toBe('unsure')
    expect(readSignals('super table', 'fr').language).toBe('fr')
  })

  it('answers any text with an opinion in range and words of that very text', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            'nul',
            'super',
            'pas',
            "n'",
            '😡',
            '!!',
            'l’',
            '#fail',
            '<3',
            '\u0000',
            '@x',
            ' ',
          ),
          { maxLength: 60 },
        )
        .map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readSignals(text)
        expect(read.confidence).toBeGreaterThanOrEqual(0)
        expect(read.confidence).toBeLessThanOrEqual(1)
        expect(intents).toEqual(expect.arrayContaining(read.intents))
        expect(risks).toEqual(expect.arrayContaining(read.risks))
        for (const words of Object.values(read.words))
          for (const word of words) expect(text).toContain(word)
      }),
      { numRuns: 150 },
    )
  })

  it('answers twice the same, whatever it read between', () => {
    const post = 'Encore en retard, et personne ne répond au téléphone'
    const first = readSignals(post)
    readSignals('Thank you so much, best chairs ever')
    expect(readSignals(post)).toEqual(first)
  })
})
