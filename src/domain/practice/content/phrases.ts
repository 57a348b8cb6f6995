import type { PhraseKind, PhraseVariable } from '#domain/publishing/phrases/api.ts'
import type { Text } from '#platform/text.ts'

type Asked = Pick<PhraseVariable, 'name' | 'kind'> & Partial<PhraseVariable>

/** What the shop writes again and again. `variables` by language: a template asks in the words it is written in. */
export const phrases: readonly {
  kind: PhraseKind
  name: Text
  text: Text
  variables: Record<'en' | 'fr', Asked[]>
}[] = [
  {
    kind: 'template',
    name: { en: 'Back in the workshop', fr: 'De retour à l’atelier' },
    text: {
      en: '{product} is back in the workshop, from {price} €. Come and try it from {date}, 24 rue des Capucins.',
      fr: '{produit} est de retour à l’atelier, à partir de {prix} €. Venez l’essayer dès le {date}, 24 rue des Capucins.',
    },
    variables: {
      en: [
        {
          name: 'product',
          kind: 'choice',
          choices: ['The Hugo chair', 'The Lucie table', 'The Saône sofa'],
        },
        { name: 'price', kind: 'number', default: '249' },
        { name: 'date', kind: 'date' },
      ],
      fr: [
        {
          name: 'produit',
          kind: 'choice',
          choices: ['La chaise Hugo', 'La table Lucie', 'Le canapé Saône'],
        },
        { name: 'prix', kind: 'number', default: '249' },
        { name: 'date', kind: 'date' },
      ],
    },
  },
  {
    kind: 'snippet',
    name: { en: 'Opening hours', fr: 'Horaires' },
    text: {
      en: 'Open Tuesday to Saturday, 10 am to 7 pm, 24 rue des Capucins, Lyon.',
      fr: 'Ouvert du mardi au samedi, de 10 h à 19 h, 24 rue des Capucins, Lyon.',
    },
    variables: { en: [], fr: [] },
  },
  {
    kind: 'hashtags',
    name: { en: 'Every piece of furniture', fr: 'Tous les meubles' },
    text: { en: '#woodwork #Lyon #madebyhand', fr: '#ébénisterie #Lyon #faitmain' },
    variables: { en: [], fr: [] },
  },
]
