import type { Text } from '#platform/text.ts'

/** What is wrong with a table of figures or one of its rows: the thing, and what to do. */

export const noDate: Text = {
  en: 'No column holds the days. Name one “date”, and “link” or “account” beside it; then “views”, “likes”, “replies”, “reposts”, “check-ins”, “check-outs”.',
  fr: 'Aucune colonne ne contient les jours. Nommez-en une « date », puis « lien » ou « compte » à côté ; ensuite « vues », « j’aime », « réponses », « partages », « passages », « sorties ».',
}

export const nothingInIt: Text = {
  en: 'There is nothing in this file to enter.',
  fr: 'Ce fichier ne contient rien à saisir.',
}

export const tooMany = (most: number, count: number): Text => ({
  en: `It holds ${count} rows; ${most} can be entered at once. Split it.`,
  fr: `Il contient ${count} lignes ; ${most} peuvent être saisies à la fois. Découpez-le.`,
})

export const noDay: Text = {
  en: 'It has no day. Write one as 2026-12-31.',
  fr: 'Elle n’a pas de jour. Écrivez-le comme 31/12/2026.',
}

export const noSubject: Text = {
  en: 'It names neither a post by its link nor an account.',
  fr: 'Elle ne nomme ni une publication par son lien, ni un compte.',
}

export const unknownLink = (link: string): Text => ({
  en: `No post of yours stands at “${link}”. Give its address as it was given when it was done; or its account and its text, to keep it as a post of the past.`,
  fr: `Aucune de vos publications ne se trouve à « ${link} ». Donnez l’adresse indiquée quand elle a été faite ; ou bien son compte et son texte, pour la garder comme publication passée.`,
})

export const notANumber = (cell: string): Text => ({
  en: `“${cell}” is not a whole number.`,
  fr: `« ${cell} » n’est pas un nombre entier.`,
})

export const noFigure: Text = {
  en: 'It holds no figure.',
  fr: 'Elle ne contient aucun chiffre.',
}

export const onlyVisits: Text = {
  en: 'Without the link of a post, an account is counted by its check-ins and check-outs only.',
  fr: 'Sans le lien d’une publication, un compte ne se compte que par ses passages et ses sorties.',
}
