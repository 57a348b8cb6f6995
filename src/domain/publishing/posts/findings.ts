import type { Text } from '#platform/text.ts'

/** The sentences of the margin: what a network would refuse, and what a careful colleague would remark. */

export const readsOnly: Text = {
  en: 'The desk reads {network} but does not publish there.',
  fr: 'Vigie lit {network} mais n’y publie pas.',
}

export const takenOff: Text = {
  en: 'The account {account} was taken off. Connect it again, or take it off this post.',
  fr: 'Le compte {account} a été retiré. Reconnectez-le, ou retirez-le de cette publication.',
}

export const broken: Text = {
  en: 'The account {account} must be connected again before this post can leave.',
  fr: 'Le compte {account} doit être reconnecté pour que cette publication puisse partir.',
}

export const empty: Text = {
  en: '{network} publishes nothing empty: write a text or add a picture.',
  fr: '{network} ne publie rien de vide : écrivez un texte ou ajoutez une image.',
}

export const tooLong: Text = {
  en: 'Too long for {network} by {over} characters (limit: {max}).',
  fr: 'Trop long pour {network} de {over} caractères (limite : {max}).',
}

export const tooLongByOne: Text = {
  en: 'Too long for {network} by one character (limit: {max}).',
  fr: 'Trop long pour {network} d’un caractère (limite : {max}).',
}

export const noImages: Text = {
  en: '{network} takes no pictures in a post.',
  fr: '{network} n’accepte pas d’images dans une publication.',
}

export const tooManyImages: Text = {
  en: '{network} shows {max} pictures at most: take off {over}.',
  fr: '{network} montre au plus {max} images : retirez-en {over}.',
}

export const noAnimation: Text = {
  en: '{network} shows no moving pictures: replace “{name}” by a still.',
  fr: '{network} ne montre pas d’images animées : remplacez « {name} » par une image fixe.',
}

export const cannotFit: Text = {
  en: '“{name}” cannot be made light enough for {network}. Choose another picture.',
  fr: '« {name} » ne peut pas être assez allégée pour {network}. Choisissez une autre image.',
}

export const altTooLong: Text = {
  en: 'The description of “{name}” is too long for {network} by {over} characters.',
  fr: 'La description de « {name} » est trop longue pour {network} de {over} caractères.',
}

export const unknownOption: Text = {
  en: '{network} knows no option “{name}”.',
  fr: '{network} ne connaît pas l’option « {name} ».',
}

export const wrongOption: Text = {
  en: '“{name}” does not hold a value of its kind.',
  fr: '« {name} » ne contient pas une valeur du bon type.',
}

export const folds: Text = {
  en: '{network} folds the text after {at} characters: say the main thing before.',
  fr: '{network} replie le texte après {at} caractères : dites l’essentiel avant.',
}

export const linkFates: Record<'counted' | 'no-address' | 'no-room', Text> = {
  counted: {
    en: 'Its links leave as short links of yours, and their clicks are counted.',
    fr: 'Ses liens partent sous forme de liens courts à votre nom, et leurs clics sont comptés.',
  },
  'no-address': {
    en: 'Clicks on its links cannot be counted: this desk has no public address (Settings).',
    fr: 'Les clics sur ses liens ne peuvent pas être comptés : ce poste n’a pas d’adresse publique (Réglages).',
  },
  'no-room': {
    en: 'Its links stay as they are, uncounted: with short links the text would be too long for {network}.',
    fr: 'Ses liens restent tels quels, sans être comptés : avec des liens courts, le texte serait trop long pour {network}.',
  },
}

export const noPicture: Text = {
  en: 'A picture would make it more visible.',
  fr: 'Une image la rendrait plus visible.',
}

export const oneWithoutAlt: Text = {
  en: 'One picture has no description: people who cannot see it will miss it.',
  fr: 'Une image n’a pas de description : elle manquera aux personnes qui ne la voient pas.',
}

export const withoutAlt: Text = {
  en: '{count} pictures have no description: people who cannot see them will miss them.',
  fr: '{count} images n’ont pas de description : elles manqueront aux personnes qui ne les voient pas.',
}

export const cutByNetwork: Text = {
  en: '{network} shows pictures at {ratio} and will cut “{name}”: choose what stays, under the picture.',
  fr: '{network} montre les images au format {ratio} et coupera « {name} » : choisissez ce qui reste, sous l’image.',
}
