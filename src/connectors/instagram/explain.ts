import type { Explain } from '#connectors/_meta/meaning.ts'
import { imageRefused } from '#connectors/_contract/refusals.ts'

/**
 * Errors of publishing that Instagram numbers by itself
 * (instagram-graph-api/reference/error-codes, as its subcodes are known; to be seen on Instagram itself).
 */
export const explain: Explain = ({ code, subcode = 0 }) => {
  if (code === 10 && [2_534_022, 2_018_278].includes(subcode)) return { reason: outsideWindow }
  if (code === 9004 || subcode === 2_207_052) return { reason: notFetched, field: 'images' }
  if ([2_207_004, 2_207_005, 2_207_009].includes(subcode))
    return { reason: imageRefused('Instagram'), field: 'images' }
  if (code === 352 || subcode === 2_207_026) return { reason: videoRefused, field: 'video' }
  if (subcode === 2_207_010) return { reason: captionRefused, field: 'text' }
  if (subcode === 2_207_050) return { reason: restricted }
  return null
}

export const outsideWindow = {
  en: 'More than 24 hours have passed since this person last wrote: Instagram lets an account answer within that time only. Answer in the Instagram app, or wait until they write again.',
  fr: 'Plus de 24 heures ont passé depuis le dernier message de cette personne : Instagram ne laisse un compte répondre que dans ce délai. Répondez depuis l’application Instagram, ou attendez qu’elle écrive de nouveau.',
}

const notFetched = {
  en: 'Instagram could not fetch the image or the video from this desk. Check that its public address answers from the internet, then retry.',
  fr: 'Instagram n’a pas pu venir chercher l’image ou la vidéo sur ce poste. Vérifiez que son adresse publique répond depuis internet, puis réessayez.',
}

export const videoRefused = {
  en: 'Instagram could not read the video. Export it again as MP4 (H.264 or HEVC, AAC), 3 seconds to 15 minutes long.',
  fr: 'Instagram n’a pas pu lire la vidéo. Exportez-la de nouveau en MP4 (H.264 ou HEVC, AAC), d’une durée de 3 secondes à 15 minutes.',
}

const captionRefused = {
  en: 'Instagram refuses the caption: 2,200 characters, 30 hashtags and 20 mentions at most.',
  fr: 'Instagram refuse la légende : au plus 2 200 caractères, 30 hashtags et 20 mentions.',
}

const restricted = {
  en: 'Instagram restricts this account for now. Sign in to Instagram, do what it asks, then retry.',
  fr: 'Instagram restreint ce compte pour l’instant. Connectez-vous à Instagram, faites ce qui est demandé, puis réessayez.',
}
