import { z } from 'zod'
import { parseJson, type Reply } from '#connectors/_contract/ask.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { imageRefused } from '#connectors/_contract/refusals.ts'
import type { Text } from '#platform/text.ts'

const body = z.object({ error: z.string() })

const reasons: Record<string, { field: string; reason: Text }> = {
  invalid_handle: {
    field: 'handle',
    reason: {
      en: 'A handle is 2 to 30 letters without accents, digits, dots or dashes, for instance atelier.morel.',
      fr: 'Un identifiant compte de 2 à 30 lettres sans accent, chiffres, points ou tirets, par exemple atelier.morel.',
    },
  },
  wrong_password: {
    field: 'password',
    reason: {
      en: 'This handle is taken, and this is not its password. Try another handle.',
      fr: 'Cet identifiant est pris, et ce n’est pas son mot de passe. Essayez un autre identifiant.',
    },
  },
  image_required: {
    field: 'images',
    reason: {
      en: 'Vitrine shows images: add one to the post.',
      fr: 'Vitrine montre des images\u00a0: ajoutez-en une à la publication.',
    },
  },
  unknown_parent: {
    field: 'replyTo',
    reason: {
      en: 'What you are answering no longer exists.',
      fr: 'Ce à quoi vous répondez n’existe plus.',
    },
  },
  poll_refused: {
    field: 'poll',
    reason: {
      en: 'A poll has 2 to 4 different choices of 40 characters at most, one answer each, and lasts 5 minutes to 7 days.',
      fr: 'Un sondage a de 2 à 4 choix différents de 40 caractères au plus, une seule réponse, et dure de 5 minutes à 7 jours.',
    },
  },
  image_unreadable: { field: 'images', reason: imageRefused('Agora') },
  image_type: { field: 'images', reason: imageRefused('Agora') },
}

/** The network's refusals that deserve a sentence of their own; null for the others. */
export function refusalOf(reply: Reply, detail: string): Failure | null {
  const parsed = body.safeParse(parseJson(reply.text))
  const known = parsed.success ? reasons[parsed.data.error] : undefined
  return known ? { kind: 'rejected', ...known, detail } : null
}

export const noVideo = (network: string): Text => ({
  en: `${network} shows no video here: publish an image instead.`,
  fr: `${network} ne montre pas de vidéo ici\u00a0: publiez plutôt une image.`,
})

export const pollOrMedia = (network: string): Text => ({
  en: `${network} shows a poll or pictures in one post, not both.`,
  fr: `${network} montre un sondage ou des images dans une publication, pas les deux.`,
})

export const wrongPoll = (network: string): Text => ({
  en: `${network} refuses this poll: look at its choices and at how long it lasts.`,
  fr: `${network} refuse ce sondage\u00a0: revoyez ses choix et sa durée.`,
})
