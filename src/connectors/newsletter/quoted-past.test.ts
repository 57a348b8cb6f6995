import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CUT, withoutQuotedPast } from './quoted-past.ts'

describe('the quoted past', () => {
  test.each([
    [
      'below an answer',
      'Oui.\n\nLe lun. 2 mars 2026 à 09:00, Atelier Morel <a@b.fr> a écrit :\n\n> Un banc\n> neuf\n',
    ],
    [
      'announced on two lines',
      'Oui.\n\nOn Mon, Mar 2, 2026 at 9:00 AM Atelier Morel\n<a@b.fr> wrote:\n> Un banc',
    ],
    ['of Outlook', 'Oui.\n\n-----Message d’origine-----\nDe : Atelier\nUn banc'],
    [
      'of Outlook by its headers',
      'Oui.\n\nDe : Atelier Morel\nEnvoyé : lundi\nObjet : Un banc\n\nUn banc',
    ],
    ['without an announcement', 'Oui.\n\n> Un banc'],
  ])('%s is cut, and it shows', (_, words) => {
    expect(withoutQuotedPast(words)).toBe(`Oui.\n\n${CUT}`)
  })

  test('stays where the answers stand between its lines', () => {
    const words = '> Combien de chaises ?\nSix.\n> Quand ?\nLundi.'
    expect(withoutQuotedPast(words)).toBe(words)
  })

  test('that is all there is stays', () => {
    expect(withoutQuotedPast('> Un banc')).toBe('> Un banc')
  })

  test('never takes a word with it that no sign of a quotation goes before', () => {
    const line = fc.stringMatching(/^[a-zé ,.!]{0,40}$/)
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const words = lines.join('\n').trim()
        expect(withoutQuotedPast(words)).toBe(words)
      }),
    )
  })
})
