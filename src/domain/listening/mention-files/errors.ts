import { problemKind } from '#platform/http/problem.ts'

export const unreadableFile = problemKind(
  'mention_file.unreadable',
  422,
  { en: 'This file cannot be read', fr: 'Ce fichier est illisible' },
  { en: '{reason}', fr: '{reason}' },
)

export const noFile = problemKind(
  'mention_file.none',
  400,
  { en: 'No file received', fr: 'Aucun fichier n’est arrivé' },
  {
    en: 'Send a table (.csv) as the field “file” of a form.',
    fr: 'Envoyez un tableau (.csv) dans le champ « file » d’un formulaire.',
  },
)

export const tooHeavy = problemKind(
  'mention_file.too_heavy',
  413,
  { en: 'This file is too heavy', fr: 'Ce fichier est trop lourd' },
  {
    en: 'It may weigh {limit} MB at most. Split it.',
    fr: 'Il peut peser {limit} Mo au plus. Découpez-le.',
  },
)

export const someWrong = problemKind(
  'mention_file.some_wrong',
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

export const nothingToBring = problemKind(
  'mention_file.nothing_new',
  422,
  { en: 'Nothing to import', fr: 'Rien à importer' },
  {
    en: 'No row is both new and found by a query. Choose a query for the whole file, or write one first.',
    fr: 'Aucune ligne n’est à la fois nouvelle et trouvée par une requête. Choisissez une requête pour tout le fichier, ou écrivez-en une d’abord.',
  },
)

export const allKnown = problemKind(
  'mention_file.all_known',
  422,
  { en: 'Nothing new in this file', fr: 'Rien de nouveau dans ce fichier' },
  {
    en: 'Every row that a query finds is a mention already ({known}): none is missing.',
    fr: 'Toutes les lignes qu’une requête trouve sont déjà des mentions ({known}) : il n’en manque aucune.',
  },
)

export const noSuchQuery = problemKind(
  'mention_file.no_such_query',
  422,
  { en: 'This query is gone', fr: 'Cette requête n’existe plus' },
  { en: 'Choose another one.', fr: 'Choisissez-en une autre.' },
)

export const aFile = problemKind(
  'listening.source_is_file',
  409,
  { en: 'A file is read once', fr: 'Un fichier se lit une seule fois' },
  {
    en: 'Import a new export to add what has come since.',
    fr: 'Importez un nouvel export pour ajouter ce qui est venu depuis.',
  },
)
