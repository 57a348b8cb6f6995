import { problemKind } from '#platform/http/problem.ts'

export const unreadable = problemKind(
  'import.unreadable',
  422,
  { en: 'This file cannot be read', fr: 'Ce fichier est illisible' },
  { en: '{reason}', fr: '{reason}' },
)

export const noFile = problemKind(
  'import.no_file',
  400,
  { en: 'No file received', fr: 'Aucun fichier n’est arrivé' },
  {
    en: 'Send a table (.csv) or a calendar (.ics) as the field “file” of a form.',
    fr: 'Envoyez un tableau (.csv) ou un calendrier (.ics) dans le champ « file » d’un formulaire.',
  },
)

export const tooHeavy = problemKind(
  'import.too_heavy',
  413,
  { en: 'This file is too heavy', fr: 'Ce fichier est trop lourd' },
  { en: 'It may weigh {limit} at most.', fr: 'Il peut peser {limit} au plus.' },
)

export const someWrong = problemKind(
  'import.some_wrong',
  422,
  {
    en: 'Nothing was imported: some rows cannot be',
    fr: 'Rien n’a été importé : certaines lignes ne peuvent pas l’être',
  },
  {
    en: 'Correct them in the file and send it again, or leave them out.',
    fr: 'Corrigez-les dans le fichier et renvoyez-le, ou laissez-les de côté.',
  },
)

export const nothingReady = problemKind(
  'import.nothing_ready',
  422,
  { en: 'There is nothing to import', fr: 'Il n’y a rien à importer' },
  {
    en: 'No row can be imported as the file is.',
    fr: 'Aucune ligne ne peut être importée en l’état.',
  },
)

export const alreadyDone = problemKind(
  'import.already_done',
  409,
  { en: 'This file was already imported', fr: 'Ce fichier a déjà été importé' },
  { en: 'Look at the calendar.', fr: 'Consultez le calendrier.' },
)

export const notDone = problemKind(
  'import.not_done',
  409,
  { en: 'This file was not imported', fr: 'Ce fichier n’a pas été importé' },
  { en: 'There is nothing to undo.', fr: 'Il n’y a rien à annuler.' },
)

export const noFeedReader = problemKind(
  'feed.no_reader',
  422,
  { en: 'Vigie reads no feeds here', fr: 'Ce poste ne lit pas de flux' },
  {
    en: 'Feeds cannot be read in this company.',
    fr: 'Les flux ne peuvent pas être lus dans cette entreprise.',
  },
)

export const feedUnreadable = problemKind(
  'feed.unreadable',
  422,
  { en: 'This feed cannot be read', fr: 'Ce flux est illisible' },
  {
    en: 'Look at its address: it must be a feed, or a page that announces one.',
    fr: 'Vérifiez son adresse : ce doit être un flux, ou une page qui en annonce un.',
  },
)
