import type { Text } from '#platform/text.ts'

/** What is wrong with a file or one of its rows: the thing, and what to do. */

export const noTextColumn: Text = {
  en: 'No column holds the texts. Name one “text”; “date”, “time”, “accounts”, “labels”, “campaign” and “pictures” may stand beside it.',
  fr: 'Aucune colonne ne contient les textes. Nommez-en une « texte » ; « date », « heure », « comptes », « étiquettes », « campagne » et « images » peuvent l’accompagner.',
}

export const brokenTable = (line: number): Text => ({
  en: `The table cannot be read from line ${line} on: a quotation mark is open or out of place.`,
  fr: `Le tableau est illisible à partir de la ligne ${line} : un guillemet est ouvert ou mal placé.`,
})

export const brokenCalendar: Text = {
  en: 'This is not a readable calendar (iCalendar, .ics).',
  fr: 'Ce n’est pas un calendrier lisible (iCalendar, .ics).',
}

export const nothingInIt: Text = {
  en: 'There is nothing in this file to import.',
  fr: 'Ce fichier ne contient rien à importer.',
}

export const tooMany = (most: number, count: number): Text => ({
  en: `It holds ${count} posts; ${most} can be imported at once. Split it.`,
  fr: `Il contient ${count} publications ; ${most} peuvent être importées à la fois. Découpez-le.`,
})

export const repeats: Text = {
  en: 'This event repeats. Import it once without its rule, then let the post repeat here.',
  fr: 'Cet événement se répète. Importez-le une fois sans sa règle, puis faites répéter la publication ici.',
}

export const calledOff: Text = {
  en: 'This event was cancelled in its calendar.',
  fr: 'Cet événement est annulé dans son calendrier.',
}

export const empty: Text = {
  en: 'It has no text and no picture.',
  fr: 'Elle n’a ni texte ni image.',
}

export const timeWithoutDay: Text = {
  en: 'It has a time and no day.',
  fr: 'Elle a une heure et pas de jour.',
}

export const notADay = (date: string): Text => ({
  en: `“${date}” is not a day of the calendar. Write 2026-12-31.`,
  fr: `« ${date} » n’est pas un jour du calendrier. Écrivez 31/12/2026.`,
})

export const twoDays = (date: string): Text => ({
  en: `“${date}” may be two days. Say above whether the day or the month comes first.`,
  fr: `« ${date} » peut être deux jours. Indiquez plus haut si le jour ou le mois vient en premier.`,
})

export const notATime = (time: string): Text => ({
  en: `“${time}” is not a time of the day. Write 09:30.`,
  fr: `« ${time} » n’est pas une heure. Écrivez 09:30.`,
})

export const notAZone = (zone: string): Text => ({
  en: `“${zone}” is not a time zone. Write Europe/Paris.`,
  fr: `« ${zone} » n’est pas un fuseau horaire. Écrivez Europe/Paris.`,
})

export const past: Text = {
  en: 'This time has passed.',
  fr: 'Cette heure est passée.',
}

export const noAccount: Text = {
  en: 'It has a date and no account. Choose one above for the rows that name none.',
  fr: 'Elle a une date et pas de compte. Choisissez-en un plus haut pour les lignes qui n’en nomment pas.',
}

export const unknownAccount = (name: string): Text => ({
  en: `No account is called “${name}”.`,
  fr: `Aucun compte ne s’appelle « ${name} ».`,
})

export const severalAccounts = (name: string): Text => ({
  en: `Several accounts are called “${name}”. Write its network before it, as in network:${name}.`,
  fr: `Plusieurs comptes s’appellent « ${name} ». Écrivez le réseau devant, comme réseau:${name}.`,
})

export const unknownLabel = (name: string): Text => ({
  en: `“${name}” is not a label.`,
  fr: `« ${name} » n’est pas une étiquette.`,
})

export const unknownCampaign = (name: string): Text => ({
  en: `No campaign is called “${name}”. Open it first.`,
  fr: `Aucune campagne ne s’appelle « ${name} ». Créez-la d’abord.`,
})

export const unknownPicture = (name: string): Text => ({
  en: `No picture of the library is called “${name}”. Send it first.`,
  fr: `Aucune image de la bibliothèque ne s’appelle « ${name} ». Envoyez-la d’abord.`,
})

export const knownAlready: Text = {
  en: 'It was imported before, and stays as it is here.',
  fr: 'Elle a déjà été importée, et reste telle qu’elle est ici.',
}

export const twiceInFile = (line: number): Text => ({
  en: `It has the same name as line ${line}.`,
  fr: `Elle porte le même nom que la ligne ${line}.`,
})
