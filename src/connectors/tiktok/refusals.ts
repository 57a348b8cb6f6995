/** Why TikTok takes something not, and what to do. */

export const unaudited = {
  en: 'TikTok has not audited your company’s app yet: it may only post what the account alone sees, on an account that is set to private. Set the account to private on TikTok and choose “Only me”, or ask for the audit on the page of your app.',
  fr: 'TikTok n’a pas encore audité l’application de votre société : elle ne publie que des contenus visibles du compte seul, et sur un compte réglé en privé. Passez le compte en privé sur TikTok et choisissez « Moi uniquement », ou demandez l’audit sur la page de votre application.',
}

export const notOffered = {
  en: 'TikTok does not offer this audience to the account any more. Check the account again, then choose another one.',
  fr: 'TikTok ne propose plus cette audience à ce compte. Vérifiez de nouveau le compte, puis choisissez-en une autre.',
}

export const addressNotVerified = {
  en: 'TikTok fetches photos only from an address that you proved to be yours. On the page of your app, under “URL properties”, verify the address of this desk.',
  fr: 'TikTok ne vient chercher des photos qu’à une adresse dont vous avez prouvé être propriétaire. Sur la page de votre application, sous « URL properties », validez l’adresse de ce poste.',
}

export const banned = {
  en: 'TikTok keeps this account from posting. Open TikTok, read what it reproaches the account with, and appeal there.',
  fr: 'TikTok empêche ce compte de publier. Ouvrez TikTok, lisez ce qui est reproché au compte, et faites appel là-bas.',
}

export const textRefused = {
  en: 'TikTok takes this text for spam. Write it otherwise, with fewer addresses and hashtags.',
  fr: 'TikTok prend ce texte pour du spam. Écrivez-le autrement, avec moins d’adresses et de hashtags.',
}

export const looksLikeSpam = {
  en: 'TikTok takes this post for spam. Open TikTok and look at the state of the account before you try again.',
  fr: 'TikTok prend cette publication pour du spam. Ouvrez TikTok et regardez l’état du compte avant de réessayer.',
}

export const oldApplication = {
  en: 'The TikTok app of the account’s owner is too old: update it on the phone, then retry.',
  fr: 'L’application TikTok du titulaire du compte est trop ancienne : mettez-la à jour sur le téléphone, puis réessayez.',
}

export const fileRefused = {
  en: 'TikTok could not read the file. Export the video again as MP4 (H.264), a photo as JPEG.',
  fr: 'TikTok n’a pas pu lire le fichier. Exportez de nouveau la vidéo en MP4 (H.264), une photo en JPEG.',
}

export const wrongDuration = {
  en: 'The video is longer, or shorter, than TikTok takes from this account. Cut it, or check the account again to see its limit.',
  fr: 'La vidéo est plus longue, ou plus courte, que ce que TikTok accepte de ce compte. Recoupez-la, ou vérifiez de nouveau le compte pour connaître sa limite.',
}

export const wrongFrameRate = {
  en: 'TikTok takes videos of 23 to 60 frames a second. Export it again at 30.',
  fr: 'TikTok accepte les vidéos de 23 à 60 images par seconde. Exportez-la de nouveau à 30.',
}

export const wrongSize = {
  en: 'TikTok does not take these dimensions: from 360 to 4,096 pixels a side for a video, 1080p at most for a photo.',
  fr: 'TikTok n’accepte pas ces dimensions : de 360 à 4 096 pixels de côté pour une vidéo, 1080p au plus pour une photo.',
}

export const notFetched = {
  en: 'TikTok could not fetch the photos from this desk. Check that its public address answers from the internet without a redirection, then retry.',
  fr: 'TikTok n’a pas pu venir chercher les photos sur ce poste. Vérifiez que son adresse publique répond depuis internet sans redirection, puis réessayez.',
}

export const cancelled = {
  en: 'The post was cancelled on TikTok. Retry if that was not meant.',
  fr: 'La publication a été annulée sur TikTok. Réessayez si ce n’était pas voulu.',
}

export const deletedByHand = {
  en: 'TikTok lets no app delete a post. Delete it on TikTok: open the post, then “…”, Delete.',
  fr: 'TikTok ne laisse aucune application supprimer une publication. Supprimez-la sur TikTok : ouvrez-la, puis « … », Supprimer.',
}

export const noAnswers = {
  en: 'TikTok lets no app write comments. Write it on TikTok, under the post.',
  fr: 'TikTok ne laisse aucune application écrire des commentaires. Écrivez-le sur TikTok, sous la publication.',
}

export const longVideo = (seconds: number) => ({
  en: `TikTok takes ${seconds} seconds of video at most from this account: cut it.`,
  fr: `TikTok accepte au plus ${seconds} secondes de vidéo de ce compte : recoupez-la.`,
})
