import type { Text } from '#platform/text.ts'

/** The letters about approvals, complete in both languages. */

export type LetterKind = 'asked' | 'soon' | 'passed' | 'approved' | 'changes' | 'refused'

export const asap: Text = {
  en: 'as soon as it is approved',
  fr: 'dès qu’elle sera validée',
}

export const LETTERS: Record<LetterKind, { subject: Text; text: Text }> = {
  asked: {
    subject: {
      en: 'To approve: a post of {company}',
      fr: 'À valider : une publication de {company}',
    },
    text: {
      en: '{who} asks for your approval.\nIt is to leave: {hour}.\n\n“{text}”\n\nRead it and decide:\n{url}\n\nUntil you have, it does not leave.',
      fr: '{who} demande votre validation.\nDépart prévu : {hour}.\n\n« {text} »\n\nPour la lire et décider :\n{url}\n\nTant que vous n’avez pas décidé, elle ne part pas.',
    },
  },
  soon: {
    subject: {
      en: 'Still to approve: a post of {company}',
      fr: 'Toujours à valider : une publication de {company}',
    },
    text: {
      en: 'A post still waits for you. You may decide until {deadline}.\n\n“{text}”\n\n{url}\n\nWithout your decision it does not leave.',
      fr: 'Une publication vous attend toujours. Vous pouvez décider jusqu’au {deadline}.\n\n« {text} »\n\n{url}\n\nSans votre décision, elle ne partira pas.',
    },
  },
  passed: {
    subject: {
      en: 'Not approved in time: a post of {company}',
      fr: 'Non validée à temps : une publication de {company}',
    },
    text: {
      en: 'Nobody has decided by {deadline}. The post stays where it is and does not leave.\n\n“{text}”\n\nAsk again, move it, or take it back:\n{url}',
      fr: 'Personne n’a décidé avant le {deadline}. La publication reste en place et ne part pas.\n\n« {text} »\n\nPour relancer, la déplacer ou la reprendre :\n{url}',
    },
  },
  approved: {
    subject: { en: 'Approved: your post', fr: 'Validée : votre publication' },
    text: {
      en: '{who} has approved it. It leaves: {hour}.\n\n{comment}\n\n“{text}”\n\n{url}',
      fr: '{who} l’a validée. Départ : {hour}.\n\n{comment}\n\n« {text} »\n\n{url}',
    },
  },
  changes: {
    subject: { en: 'To change: your post', fr: 'À modifier : votre publication' },
    text: {
      en: '{who} asks for changes:\n\n{comment}\n\n“{text}”\n\n{url}',
      fr: '{who} demande des modifications :\n\n{comment}\n\n« {text} »\n\n{url}',
    },
  },
  refused: {
    subject: { en: 'Refused: your post', fr: 'Refusée : votre publication' },
    text: {
      en: '{who} has refused it. It is a draft again.\n\n{comment}\n\n“{text}”\n\n{url}',
      fr: '{who} l’a refusée. Elle est redevenue un brouillon.\n\n{comment}\n\n« {text} »\n\n{url}',
    },
  },
}
