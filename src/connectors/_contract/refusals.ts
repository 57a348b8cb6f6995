import type { Text } from '#platform/text.ts'
import { type Failure, failed } from './failure.ts'

/** A refusal that we see ourselves, by the field that is to be mended. */
export const rejected = (field: string, reason: Text) =>
  failed({ kind: 'rejected', field, reason, detail: reason.en })

/** The sentence for a refusal that we know only in the network's own words. */
export function refusedBy(network: string, words: string): Text {
  if (words === '') {
    return {
      en: `${network} refused the request without saying why.`,
      fr: `${network} a refusé la demande sans dire pourquoi.`,
    }
  }
  return {
    en: `${network} refused: “${words}”`,
    fr: `${network} a refusé : « ${words} »`,
  }
}

/** What is answered was deleted meanwhile, or hidden from the account: networks mostly say the same of both. */
export const parentGone = (network: string): Text => ({
  en: `What this answers is no longer on ${network}, or is hidden from this account.`,
  fr: `Ce à quoi ceci répond n’est plus sur ${network}, ou y est caché à ce compte.`,
})

export const tooLong = (network: string, max: number): Text => ({
  en: `The text is longer than the ${max} characters that ${network} accepts.`,
  fr: `Le texte dépasse les ${max} caractères que ${network} accepte.`,
})

export const emptyPost = (network: string): Text => ({
  en: `${network} does not publish an empty post: write a text or add an image.`,
  fr: `${network} ne publie rien de vide : écrivez un texte ou ajoutez une image.`,
})

export const needsMedia = (network: string): Text => ({
  en: `${network} publishes nothing without an image or a video: add one.`,
  fr: `${network} ne publie rien sans image ni vidéo : ajoutez-en une.`,
})

export const notReachable = (network: string): Text => ({
  en: `${network} fetches images and videos by itself, and cannot reach this desk: give the desk a public address in https (VIGIE_PUBLIC_URL).`,
  fr: `${network} vient chercher lui-même les images et les vidéos, et ne peut pas joindre ce poste : donnez-lui une adresse publique en https (VIGIE_PUBLIC_URL).`,
})

export const tooManyImages = (network: string, max: number): Text => ({
  en: `${network} accepts ${max} images at most in one post.`,
  fr: `${network} accepte au plus ${max} images par publication.`,
})

/** @param maxBytes limit in bytes, said in megabytes of a million bytes */
export const imageTooHeavy = (network: string, maxBytes: number): Text => ({
  en: `An image is heavier than the ${megabytes(maxBytes, 'en')} MB that ${network} accepts.`,
  fr: `Une image dépasse les ${megabytes(maxBytes, 'fr')} Mo que ${network} accepte.`,
})

/** @param maxBytes limit in bytes, said in megabytes of a million bytes */
export const videoTooHeavy = (network: string, maxBytes: number): Text => ({
  en: `The video is heavier than the ${megabytes(maxBytes, 'en')} MB that ${network} accepts.`,
  fr: `La vidéo dépasse les ${megabytes(maxBytes, 'fr')} Mo que ${network} accepte.`,
})

export const videoOrImages = (network: string): Text => ({
  en: `${network} shows a video or images in one post, not both.`,
  fr: `${network} montre une vidéo ou des images dans une publication, pas les deux.`,
})

export const imageRefused = (network: string): Text => ({
  en: `${network} could not read an image. Save it again as JPEG or PNG.`,
  fr: `${network} n’a pas pu lire une image. Enregistrez-la de nouveau en JPEG ou en PNG.`,
})

export const noServerAt = (address: string, network: string): Text => ({
  en: `No ${network} server answers at ${address}.`,
  fr: `Aucun serveur ${network} ne répond à l’adresse ${address}.`,
})

export const notAnAddress = (address: string): Text => ({
  en: `“${address}” is not the address of a server.`,
  fr: `« ${address} » n’est pas l’adresse d’un serveur.`,
})

export const notOnTheInternet = (host: string): Text => ({
  en: `${host} is not an address of the public internet.`,
  fr: `${host} n’est pas une adresse de l’internet public.`,
})

/** Did nobody answer at all? Then the address itself is in doubt. */
export const isNobodyThere = (failure: Failure): boolean =>
  /^(dns|connection-refused|tls|bad-url|private-address):/.test(failure.detail)

function megabytes(bytes: number, language: string): string {
  return (bytes / 1_000_000).toLocaleString(language, { maximumFractionDigits: 1 })
}
