import type { Explain } from '#connectors/_meta/meaning.ts'

/** Errors that Facebook means in its own way (messenger-platform/error-codes, graph-api error-handling, 2026-11-25). */
export const explain: Explain = ({ code, subcode }) => {
  if (code === 10 && [2_018_065, 2_018_278].includes(subcode ?? 0)) return { reason: outsideWindow }
  if (subcode === 2_018_028) return { reason: notReviewed }
  if (code === 551 || subcode === 1_545_041) return { reason: notAvailable }
  if (code === 1_609_005) return { reason: badLink, field: 'text' }
  if (code === 324) return { reason: unreadable, field: 'images' }
  if ([352, 389, 6000].includes(code)) return { reason: unreadableVideo, field: 'video' }
  return null
}

export const outsideWindow = {
  en: 'More than 24 hours have passed since this person last wrote: Messenger lets a page answer within that time only. Answer in Meta Business Suite, or wait until they write again.',
  fr: 'Plus de 24 heures ont passé depuis le dernier message de cette personne : Messenger ne laisse une page répondre que dans ce délai. Répondez depuis Meta Business Suite, ou attendez qu’elle écrive de nouveau.',
}

const notReviewed = {
  en: 'Until Meta has reviewed your app for pages_messaging, it may answer only people who have a role in it. Answer in Meta Business Suite, or ask Meta for the review.',
  fr: 'Tant que Meta n’a pas examiné votre app pour pages_messaging, elle ne peut répondre qu’aux personnes qui y ont un rôle. Répondez depuis Meta Business Suite, ou demandez l’examen à Meta.',
}

const notAvailable = {
  en: 'This person cannot receive messages from the page any more: they blocked it, or left Messenger.',
  fr: 'Cette personne ne peut plus recevoir de messages de la page : elle l’a bloquée, ou a quitté Messenger.',
}

const badLink = {
  en: 'Facebook could not read the page behind the link. Check its address, then retry.',
  fr: 'Facebook n’a pas pu lire la page derrière le lien. Vérifiez son adresse, puis réessayez.',
}

const unreadable = {
  en: 'Facebook could not read an image. Save it again as JPEG or PNG.',
  fr: 'Facebook n’a pas pu lire une image. Enregistrez-la de nouveau en JPEG ou en PNG.',
}

const unreadableVideo = {
  en: 'Facebook could not read the video. Export it again as MP4 (H.264, AAC).',
  fr: 'Facebook n’a pas pu lire la vidéo. Exportez-la de nouveau en MP4 (H.264, AAC).',
}
