import { readTranslated } from '#domain/listening/signals/corpus/read-translated.ts'
import type { Example } from './sources.ts'

/**
 * Comments of GoEmotions (Apache-2.0) in French, with the opinion that people gave to the English ones: found posts, where
 * all else we have in French is written for us or said in films. How they were translated: `corpus/GUIDE.md`.
 */
export function translatedComments(): Example[] {
  return readTranslated().map(({ id, text, sentiment }) => ({
    id,
    text,
    opinion: sentiment,
    source: 'goemotions-fr',
  }))
}
