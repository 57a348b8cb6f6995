import { describe, expect, test } from 'vitest'
import { frenchFaults } from './french-typography.ts'

const NARROW = '\u202f'
const NO_BREAK = '\u00a0'

describe('French as a printer sets it', () => {
  test.each([
    `Supprimer l’Atelier Morel${NARROW}?`,
    `Atelier Morel${NO_BREAK}: 3 publications`,
    `La requête «${NO_BREAK}table en chêne${NO_BREAK}» est vide`,
    '{count, plural, one {# publication} other {# publications}}',
    `Ouvert à 12${NO_BREAK}%, voir https://exemple.fr/a?b=1`,
  ])('is left alone: %s', (sentence) => {
    expect(frenchFaults(sentence)).toEqual([])
  })

  test.each([
    ["Supprimer l'atelier", 'apostrophe'],
    ['Supprimer ?', 'plain space before ;'],
    ['Supprimer?', 'no space before ;'],
    ['Motif : inconnu', 'before the colon'],
    ['Motif: inconnu', 'before the colon'],
    ['La requête « chêne »', 'inside « »'],
    ['La requête "chêne"', 'quotation marks'],
    ['12 % des clics', 'before %'],
    ['Envoi...', 'three dots'],
  ])('is a finding: %s', (sentence, fault) => {
    expect(frenchFaults(sentence).join()).toContain(fault)
  })
})
