import type { Form, Manifest } from './manifest.ts'
import type { Outgoing } from './post.ts'
import { rejected, tooManyImages } from './refusals.ts'

/** The form that the options of a post choose; undefined: the network's usual one. Pure. */
export const formOf = (
  { forms }: Pick<Manifest, 'forms'>,
  options: Record<string, unknown>,
): Form | undefined => forms.find(({ option, value }) => options[option] === value)

/** What the form chosen cannot carry, seen before anything is sent; null when it fits, or where no form is chosen. */
export function refuseForm(
  network: string,
  manifest: Pick<Manifest, 'forms'>,
  { text, images, options, replyTo }: Outgoing,
) {
  const form = formOf(manifest, options)
  // An answer to a post is words under it, whatever form the post has.
  if (!form || replyTo) return null
  const { called, imagesMax } = form
  if (!form.words && text.trim() !== '')
    return rejected('text', {
      en: `On ${network}, ${called.en} carries no words: put them on the picture, and leave the text empty.`,
      fr: `Sur ${network}, ${called.fr} ne porte pas de texte : mettez les mots sur l’image, et laissez le texte vide.`,
    })
  return images.length > imagesMax.value
    ? rejected('images', tooManyImages(network, imagesMax.value))
    : null
}
