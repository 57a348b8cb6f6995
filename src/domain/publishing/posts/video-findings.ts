import type { Text } from '#platform/text.ts'

/** The sentences of the margin about videos. */

export const noVideos: Text = {
  en: 'Vigie sends no videos to {network}: take off “{name}” for this account.',
  fr: 'Vigie n’envoie pas de vidéos vers {network} : retirez « {name} » pour ce compte.',
}

export const oneVideo: Text = {
  en: '{network} shows one video in a post: keep one.',
  fr: '{network} montre une seule vidéo par publication : gardez-en une.',
}

export const videoOrImages: Text = {
  en: '{network} shows a video or pictures, not both: take one or the other off.',
  fr: '{network} montre une vidéo ou des images, pas les deux : retirez l’une ou les autres.',
}

export const videoType: Text = {
  en: '{network} takes no video of the kind of “{name}”. It takes: {types}.',
  fr: '{network} ne prend pas une vidéo du type de « {name} ». Types acceptés : {types}.',
}

export const videoCodec: Text = {
  en: 'The images of “{name}” are {codec}, which {network} does not take. Export it in H.264.',
  fr: 'Les images de « {name} » sont en {codec}, que {network} ne prend pas. Exportez-la en H.264.',
}

export const videoTooHeavy: Text = {
  en: '“{name}” weighs {mb} MB; {network} takes {max} MB. Shorten it or export it lighter.',
  fr: '« {name} » pèse {mb} Mo ; {network} en accepte {max}. Raccourcissez-la ou exportez-la plus légère.',
}

export const videoTooLong: Text = {
  en: '“{name}” lasts {seconds} seconds; {network} takes {max}. Cut it.',
  fr: '« {name} » dure {seconds} secondes ; {network} en accepte {max}. Coupez-la.',
}

export const videoTooLarge: Text = {
  en: '“{name}” has {width} × {height} pixels, more than {network} takes. Export it smaller.',
  fr: '« {name} » compte {width} × {height} pixels, plus que n’en accepte {network}. Exportez-la plus petite.',
}

export const videoTooFast: Text = {
  en: '“{name}” has {rate} images a second; {network} takes {max}. Export it slower.',
  fr: '« {name} » compte {rate} images par seconde ; {network} en accepte {max}. Exportez-la avec moins d’images.',
}

export const videoRatio: Text = {
  en: '“{name}” is too long or too wide a shape for {network}. Crop it.',
  fr: '« {name} » est d’un format trop allongé pour {network}. Recadrez-la.',
}

export const videoWithoutAlt: Text = {
  en: 'The video “{name}” has no description: people who cannot see it will miss it.',
  fr: 'La vidéo « {name} » n’a pas de description : elle manquera aux personnes qui ne la voient pas.',
}
