import { problemKind } from '#platform/http/problem.ts'

export const unreadableQuery = problemKind(
  'listening.query_unreadable',
  422,
  { en: 'This query cannot be read', fr: 'Cette requête ne se lit pas' },
  {
    en: 'Correct it where it is marked, then save again.',
    fr: 'Corrigez-la à l’endroit indiqué, puis enregistrez de nouveau.',
  },
)

export const tooManyQueries = problemKind(
  'listening.too_many_queries',
  409,
  { en: 'Too many saved queries', fr: 'Trop de requêtes enregistrées' },
  {
    en: 'A company can keep {max} saved queries. Delete one you no longer need.',
    fr: 'Une entreprise peut garder {max} requêtes. Supprimez-en une qui ne sert plus.',
  },
)

export const examplesFail = problemKind(
  'listening.examples_fail',
  409,
  { en: 'The query fails an example', fr: 'La requête manque un exemple' },
  {
    en: 'Examples that fail: {fails}. Correct the query or the examples, or save anyway.',
    fr: 'Exemples manqués : {fails}. Corrigez la requête ou les exemples, ou enregistrez tout de même.',
  },
)

export const namedElsewhere = problemKind(
  'listening.query_named_elsewhere',
  409,
  { en: 'Another query uses this one', fr: 'Une autre requête se sert de celle-ci' },
  {
    en: 'The query “{name}” names it. Change that one first.',
    fr: 'La requête « {name} » la nomme. Modifiez d’abord celle-là.',
  },
)

export const nameTaken = problemKind(
  'listening.query_name_taken',
  409,
  { en: 'Another query has this name', fr: 'Une autre requête porte ce nom' },
  {
    en: 'These queries could no longer tell which one they name: {names}. Choose another name.',
    fr: 'Ces requêtes ne sauraient plus laquelle elles nomment : {names}. Choisissez un autre nom.',
  },
)

export const breaksOthers = problemKind(
  'listening.query_breaks_others',
  409,
  { en: 'Other queries could no longer be read', fr: 'D’autres requêtes ne se liraient plus' },
  {
    en: 'With this change these queries could no longer be read: {names}. Change those first, or choose otherwise.',
    fr: 'Avec ce changement, ces requêtes ne se liraient plus : {names}. Modifiez-les d’abord, ou choisissez autre chose.',
  },
)

export const unnameable = problemKind(
  'listening.query_unnameable',
  422,
  { en: 'This name holds only quotation marks', fr: 'Ce nom ne contient que des guillemets' },
  {
    en: 'Write a name that another query can call: quotation marks alone name nothing.',
    fr: 'Écrivez un nom qu’une autre requête puisse citer : des guillemets seuls ne nomment rien.',
  },
)

export const tooManySources = problemKind(
  'listening.too_many_sources',
  409,
  { en: 'Too many sources', fr: 'Trop de sources' },
  {
    en: 'A company can listen to {max} sources. Remove one you no longer need.',
    fr: 'Une entreprise peut écouter {max} sources. Retirez-en une qui ne sert plus.',
  },
)

export const noFeedsInFile = problemKind(
  'listening.no_feeds_in_file',
  422,
  { en: 'No feed in this file', fr: 'Aucun flux dans ce fichier' },
  {
    en: 'Choose the OPML file your feed reader exports: it lists feed addresses.',
    fr: 'Choisissez le fichier OPML qu’exporte votre lecteur de flux : il contient les adresses des flux.',
  },
)

export const cannotListen = problemKind(
  'listening.cannot_listen',
  422,
  { en: 'This network cannot be listened to here', fr: 'Ce réseau ne s’écoute pas ici' },
  {
    en: 'Choose one of the sources offered in Listening.',
    fr: 'Choisissez l’une des sources proposées dans Veille.',
  },
)

export const channelNeeded = problemKind(
  'listening.channel_needed',
  422,
  {
    en: '{network} is searched through an account',
    fr: 'La recherche sur {network} passe par un compte',
  },
  {
    en: 'Connect an account of {network} first, then choose it here.',
    fr: 'Connectez d’abord un compte {network}, puis choisissez-le ici.',
  },
)

export const badSettings = problemKind(
  'listening.source_refused',
  422,
  { en: 'This source cannot be read', fr: 'Cette source ne se lit pas' },
  { en: 'Check what you entered.', fr: 'Vérifiez votre saisie.' },
)

export const alreadyListened = problemKind(
  'listening.source_exists',
  409,
  { en: 'Already listened to', fr: 'Source déjà écoutée' },
  {
    en: 'This source is already in your list, under the name “{name}”.',
    fr: 'Cette source est déjà dans votre liste, sous le nom « {name} ».',
  },
)

export const notAMember = problemKind(
  'listening.not_a_member',
  422,
  { en: 'Not a member of the company', fr: 'Cette personne ne fait pas partie de l’entreprise' },
  { en: 'Assign the mention to a member.', fr: 'Confiez la mention à un membre.' },
)

export const tooManyWords = problemKind(
  'listening.too_many_words',
  422,
  { en: 'Too many words to look for', fr: 'Trop de mots à chercher' },
  {
    en: 'Look for {max} words at most. Between quotation marks, words that stand together count as one.',
    fr: 'Cherchez {max} mots au plus. Entre guillemets, des mots qui se suivent comptent pour un seul.',
  },
)

export const blankMissing = problemKind(
  'listening.blank_missing',
  422,
  { en: 'Something is missing in the template', fr: 'Il manque quelque chose au modèle' },
  {
    en: 'Fill in “{blank}”: at least one word.',
    fr: 'Remplissez « {blank} » : au moins un mot.',
  },
)
