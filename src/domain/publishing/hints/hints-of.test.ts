import { describe, expect, test } from 'vitest'
import type { Language } from '#platform/text.ts'
import { hintsOf } from './hints-of.ts'
import type { HintKind } from './hint.ts'

const brand = 'Atelier Morel'

const read = (text: string, language: Language = 'fr', fold?: { network: string; at: number }) =>
  hintsOf({ text, language, brand, fold: fold ?? null })
const kinds = (text: string, language?: Language) => read(text, language).map(({ kind }) => kind)

/** Little posts as shops write them, and all that is remarked of each, most useful first. */
const POSTS: readonly (readonly [string, HintKind[]])[] = [
  // Nothing to say.
  ['La table Lyre est de retour. Quelle longueur vous faudrait-il ?', []],
  ['Chaise Brume, chêne et corde de lin. Venez l’essayer samedi.', []],
  ['Copeaux du matin.', []],
  ['The Lyre table is back. What length would you need?', []],
  ['Sawdust and sunlight.', []],
  ['Un plateau taché d’encre ? Papier de verre fin, huile de lin, et patience.', []],
  ['Comment choisir la hauteur d’une chaise : mesurez votre table, retirez 30 cm. C’est tout.', []],
  ['Stuck drawer? Rub a candle along the runner. Works every time.', []],
  ['Ouvert dimanche. Passez nous dire bonjour, le café est chaud.', []],
  [
    'Le banc Rive est arrivé : https://atelier-morel.example/rive Découvrez-le en trois photos.',
    [],
  ],
  ['Merci à Sofia et Yanis, qui ont livré douze chaises sous la neige. Qui dit mieux ?', []],
  ['Our oak comes from the Jura. Come and smell it: #LocalWood', []],

  // All about us.
  [
    'Nous sommes fiers de notre nouvel atelier. Nos équipes ont travaillé dur et nous avons réussi.',
    ['about-us', 'invitation'],
  ],
  [
    'Atelier Morel fête ses dix ans. Atelier Morel, c’est notre passion et notre savoir-faire depuis toujours.',
    ['about-us', 'invitation'],
  ],
  [
    'We are proud to announce that our team won an award. We worked hard for our craft.',
    ['about-us', 'invitation'],
  ],
  ['Nous avons refait nos vitrines. Vous les aimez ? Dites-nous ce que vous changeriez.', []],
  ['We made our shelf lighter because you asked. Your turn: what next?', []],

  // A link alone.
  ['https://atelier-morel.example/chaises', ['link-alone']],
  ['Nouveau : https://atelier-morel.example/chaises', ['link-alone']],

  // Nothing to do, nothing to answer.
  [
    'Le bureau Estran quitte la maison ce matin, direction Brest, dans sa couverture grise.',
    ['invitation'],
  ],
  [
    'The walnut sideboard left for Bristol this morning, wrapped in a grey blanket and tied twice.',
    ['invitation'],
  ],
  [
    'Le catalogue d’hiver est en ligne avec douze pièces et leurs prix https://atelier-morel.example/hiver',
    ['invitation'],
  ],

  // Shouting.
  ['VENEZ DÉCOUVRIR notre promotion', ['capitals']],
  ['NOUVELLE COLLECTION : passez la voir', ['capitals']],
  ['EVERYTHING MUST GO. Come by.', ['capitals']],
  ['La SNCF et la RATP livrent. Et vous, que prenez-vous ?', []],
  ['PME et TPE : parlez-nous de votre salle d’attente.', []],

  // Hashtags.
  ['Le banc Rive. Venez voir. #madeinfrance', ['hashtag-words']],
  ['Look at this joint. #woodworking #shoplocal', ['hashtag-words']],
  ['Le banc Rive. Venez voir. #MadeInFrance #ébénisterie', []],
  ['Une chaise, venez. #chêne #bois #table #banc #lin #corde', ['hashtag-count']],

  // Emoji.
  ['C’est prêt, venez 🪑🪑🪑🪑🪑🪑', ['emoji']],
  ['C’est prêt, venez 🪑🎉', []],
  ['Family day 👨‍👩‍👧‍👦, join us 🎉', []],

  // The link first.
  [
    'https://atelier-morel.example/rive Le banc Rive est là, en chêne huilé : venez l’essayer samedi matin',
    ['link-first'],
  ],

  // A long first sentence.
  [
    'Après plusieurs semaines passées à chercher le bon bois, à le laisser sécher, à le raboter puis à l’huiler, le banc Rive est enfin là et il vous attend. Venez.',
    ['first-line'],
  ],
]

describe('the hints of the margin', () => {
  test.each(POSTS)('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  test('names the sentence that makes a text hard to read, in French', () => {
    const [hint] = read(
      'Venez. L’établissement procède actuellement à l’approvisionnement de matériaux intégralement renouvelables, dont la caractéristique principale demeure une résistance particulièrement exceptionnelle aux sollicitations mécaniques répétées, conformément aux réglementations européennes.',
    ).filter(({ kind }) => kind === 'readability')
    expect(hint?.text.fr).toMatch(/^Difficile à lire .* une phrase de 2\d mots|mots longs/)
    expect(hint?.why.fr).toMatch(/lisibilité est de \d+ sur 100/)
    expect(hint?.source).toContain('Kandel & Moles 1958')
  })

  test('names the long words when sentences are short, in English', () => {
    const [hint] = read(
      'Join us. Organisational sustainability necessitates institutional transformation. Multidisciplinary collaboration facilitates implementation. Environmental responsibility demonstrates organisational maturity. Opportunities materialise accordingly. Communication strategies proliferate internationally. Accountability is everything to us all.',
      'en',
    ).filter(({ kind }) => kind === 'readability')
    expect(hint?.text.en).toContain('long words: “')
    expect(hint?.source).toContain('Flesch 1948')
  })

  test('quotes what stands before “see more”, and only when the first sentence does not fit', () => {
    const text = 'Le banc Rive est arrivé ce matin dans la boutique de Lyon. Venez le voir.'
    const [hint] = read(text, 'fr', { network: 'Panneau', at: 30 })
    expect(hint).toMatchObject({ kind: 'first-line', where: { start: 0, end: 30 } })
    expect(hint?.text.fr).toContain('Le banc Rive est arrivé ce mat\u00a0»')
    expect(read(text, 'fr', { network: 'Panneau', at: 60 })).toEqual([])
  })

  test('spells a hashtag the way it proposes it', () => {
    expect(read('Venez. #madeinfrance')[0]?.text.en).toContain('#MadeInFrance')
    // Of the post's own words, too.
    expect(read('Venez voir le banc Rivage. #bancrivage')[0]?.text.en).toContain('#BancRivage')
  })

  test('counts what it says of us', () => {
    const [hint] = read('Nous aimons notre bois. Nous le choisissons.')
    expect(hint?.text.fr).toContain('3 fois (nous × 2, notre × 1)')
    expect(hint?.text.fr).toContain('jamais')
  })

  test('gives a reason in both languages for each, and points inside the text', () => {
    for (const [text] of POSTS) {
      for (const hint of read(text)) {
        expect(hint.why.en.length * hint.why.fr.length, hint.kind).toBeGreaterThan(0)
        if (hint.where) {
          expect(hint.where.start).toBeLessThan(hint.where.end)
          expect(hint.where.end).toBeLessThanOrEqual(text.length)
        }
      }
    }
  })

  test('says nothing of an empty text', () => {
    for (const text of ['', ' \n\t ', '\u00a0']) expect(read(text)).toEqual([])
  })

  test('never throws and never points outside, whatever is written', () => {
    const pieces = [
      'nous ',
      'we ',
      'É',
      'İ',
      '#',
      '#a',
      '@',
      'https://',
      'https://x.fr',
      '.',
      '\n',
      '…',
      '🪑',
      '👨‍👩‍👧',
      '\ud800',
      '’',
      '-',
      ' ',
      'AAAAAAAAA ',
      'constitutionnellement ',
      '?',
      '#madeinfrance',
      '\u0000',
      'ﬃ',
    ]
    let seed = 7
    const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648)
    for (let round = 0; round < 3000; round++) {
      let text = ''
      for (let i = next() % 40; i >= 0; i--) text += pieces[next() % pieces.length]
      for (const { where } of read(text, 'en', { network: 'X', at: 1 + (next() % 50) })) {
        if (where)
          expect(where.end <= text.length && where.start >= 0, JSON.stringify(text)).toBe(true)
      }
    }
  })
})
