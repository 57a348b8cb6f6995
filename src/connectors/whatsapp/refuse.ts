import type { Outgoing } from '#connectors/_contract/connector.ts'
import { emptyPost, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { maxText } from './limits.ts'
import { paragraphsOf, type Template } from './template.ts'
import { text as rules } from './text.ts'

const network = 'WhatsApp'

/** What WhatsApp would refuse of any message, seen before anything leaves. */
export function refuse({ text, images, video }: Outgoing) {
  if (images.length > 0 || video) return rejected('images', wordsOnly)
  if (text.trim() === '') return rejected('text', emptyPost(network))
  return rules.count(text) > maxText ? rejected('text', tooLong(network, maxText)) : null
}

/** What the template would not hold of a letter. */
export function refuseLetter({ text }: Outgoing, template: Template | undefined) {
  if (!template) return rejected('text', noTemplate)
  const { name, places } = template
  const isRight = paragraphsOf(text).length === places
  return isRight ? null : rejected('text', wrongParagraphs(name, places))
}

export const noTemplate = {
  en: 'WhatsApp lets a company write first only in a template that it has approved. Connect the account again and give the name of one.',
  fr: 'WhatsApp ne laisse une entreprise écrire la première que dans un modèle qu’il a approuvé. Reconnectez le compte et donnez le nom d’un modèle.',
}

export const wrongParagraphs = (name: string, places: number) => ({
  en:
    places === 1
      ? `The template “${name}” has one place: write one paragraph.`
      : `The template “${name}” has ${places} places: write ${places} paragraphs, with an empty line between them.`,
  fr:
    places === 1
      ? `Le modèle « ${name} » a une seule place : écrivez un seul paragraphe.`
      : `Le modèle « ${name} » a ${places} places : écrivez ${places} paragraphes, séparés par une ligne vide.`,
})

const wordsOnly = {
  en: 'Vigie sends words to WhatsApp, neither images nor videos.',
  fr: 'Vigie envoie du texte à WhatsApp, ni images ni vidéos.',
}
