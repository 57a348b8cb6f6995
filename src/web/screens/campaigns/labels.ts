import type { Label } from '#domain/publishing/api.ts'
import type { Text } from '#web/shell/index.ts'

/** The words of content labels: what a post is to its reader. Also shown where this screen's words are not. */
export const LABEL_WORDS: Record<Label, { word: Text; means: Text }> = {
  informative: {
    word: { en: 'Informative', fr: 'Informatif' },
    means: { en: 'You learn something', fr: 'On y apprend quelque chose' },
  },
  useful: {
    word: { en: 'Useful', fr: 'Utile' },
    means: { en: 'You can do something with it', fr: 'On peut s’en servir' },
  },
  exclusive: {
    word: { en: 'Exclusive', fr: 'Exclusif' },
    means: { en: 'Found nowhere else', fr: 'Ne se trouve pas ailleurs' },
  },
  visual: {
    word: { en: 'Visual', fr: 'Visuel' },
    means: { en: 'The picture says it', fr: 'L’image dit l’essentiel' },
  },
  inspiring: {
    word: { en: 'Inspiring', fr: 'Inspirant' },
    means: { en: 'Sparks a wish or an idea', fr: 'Donne une envie ou une idée' },
  },
  spontaneous: {
    word: { en: 'Spontaneous', fr: 'Spontané' },
    means: { en: 'Taken from life, as it happens', fr: 'Pris sur le vif' },
  },
  unexpected: {
    word: { en: 'Unexpected', fr: 'Inattendu' },
    means: { en: 'Nobody saw it coming', fr: 'On ne s’y attendait pas' },
  },
}

export const LABEL_NAMES = Object.keys(LABEL_WORDS) as Label[]

export const ABOUT_WORDS: Record<'us' | 'customer', Text> = {
  us: { en: 'About us', fr: 'Parle de nous' },
  customer: { en: 'About the customer', fr: 'Parle du client' },
}
