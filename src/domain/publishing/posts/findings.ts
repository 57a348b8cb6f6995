import type { Text } from '#platform/text.ts'

/** The sentences of the margin: what a network would refuse, and what a careful colleague would remark. */

export const readsOnly: Text = {
  en: 'The desk reads {network} but does not publish there.',
  fr: 'Vigie lit {network} mais n’y publie pas.',
}

export const noConnector: Text = {
  en: 'This desk no longer has what speaks to {network}. Take the account off this post, or ask whoever runs the desk to put it back.',
  fr: 'Ce poste n’a plus de quoi parler à {network}. Retirez le compte de cette publication, ou demandez à la personne qui s’occupe du poste de le remettre.',
}

export const takenOff: Text = {
  en: 'The account {account} was taken off. Connect it again, or take it off this post.',
  fr: 'Le compte {account} a été retiré. Reconnectez-le, ou retirez-le de cette publication.',
}

export const closed: Text = {
  en: '{reason} Take the account {account} off this post.',
  fr: '{reason} Retirez le compte {account} de cette publication.',
}

export const broken: Text = {
  en: 'The account {account} must be connected again before this post can leave.',
  fr: 'Le compte {account} doit être reconnecté pour que cette publication puisse partir.',
}

export const empty: Text = {
  en: '{network} publishes nothing empty: write a text or add a picture.',
  fr: '{network} ne publie rien de vide : écrivez un texte ou ajoutez une image.',
}

export const needsMedia: Text = {
  en: '{network} publishes nothing without a picture or a video: add one, or take this account off.',
  fr: '{network} ne publie rien sans image ni vidéo : ajoutez-en une, ou retirez ce compte.',
}

export const accountNeedsMedia: Text = {
  en: '{handle} publishes nothing without a picture or a video: add one, or take this account off.',
  fr: '{handle} ne publie rien sans image ni vidéo : ajoutez-en une, ou retirez ce compte.',
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

export const wrongShape: Text = {
  en: '“{name}” is too flat or too tall for {network}: cut it, under the picture.',
  fr: '« {name} » est trop large ou trop haute pour {network} : recadrez-la, sous l’image.',
}

export const noThread: Text = {
  en: '{network} has no threads: take its parts off, or this account.',
  fr: '{network} n’a pas de fils : retirez ses parties, ou ce compte.',
}

export const noFirstComment: Text = {
  en: '{network} lets nobody comment on their own post from here: take the first comment off, or this account.',
  fr: '{network} ne permet pas de commenter sa propre publication d’ici : retirez le premier commentaire, ou ce compte.',
}

export const noWordsInForm: Text = {
  en: 'On {network}, {form} carries no words: put them on the picture, and leave the text of this account empty.',
  fr: 'Sur {network}, {form} ne porte pas de texte : mettez les mots sur l’image, et laissez vide le texte de ce compte.',
}

export const noCommentInForm: Text = {
  en: 'On {network}, {form} takes no first comment: leave it empty for this account.',
  fr: 'Sur {network}, {form} ne prend pas de premier commentaire : laissez-le vide pour ce compte.',
}

export const noPolls: Text = {
  en: '{network} has no polls: there the post leaves without it. Give it other words for this account.',
  fr: '{network} n’a pas de sondages : la publication y partira sans. Donnez-lui d’autres mots pour ce compte.',
}

export const pollOrImages: Text = {
  en: '{network} does not take a poll and pictures in one post: take off one of them.',
  fr: '{network} n’accepte pas un sondage et des images dans une même publication : retirez l’un des deux.',
}

export const tooManyChoices: Text = {
  en: '{network} takes {max} choices at most in a poll.',
  fr: '{network} accepte au plus {max} choix dans un sondage.',
}

export const emptyChoice: Text = {
  en: 'A choice of the poll is empty: write it, or take it off.',
  fr: 'Un choix du sondage est vide : écrivez-le, ou retirez-le.',
}

export const choiceTooLong: Text = {
  en: 'A choice of the poll is longer than the {max} characters that {network} takes.',
  fr: 'Un choix du sondage dépasse les {max} caractères que {network} accepte.',
}

export const sameChoice: Text = {
  en: 'Two choices of the poll are the same.',
  fr: 'Deux choix du sondage sont identiques.',
}

export const pollDuration: Text = {
  en: 'On {network} a poll lasts between {min} minutes and {days} days.',
  fr: 'Sur {network}, un sondage dure entre {min} minutes et {days} jours.',
}

export const oneAnswer: Text = {
  en: '{network} lets people choose one answer only.',
  fr: '{network} ne permet qu’une seule réponse par personne.',
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
  fr: '{network} montre les images au format {ratio} et coupera « {name} » : choisissez ce qui reste, sous l’image.',
}
