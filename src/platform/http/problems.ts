import { problemKind } from './problem.ts'

/** Problems that any route may answer. */
export const invalidInput = problemKind(
  'request.invalid',
  422,
  { en: 'Something is missing or malformed', fr: 'Une information manque ou est mal formée' },
  {
    en: 'Correct the fields listed below, then send again.',
    fr: 'Corrigez les champs indiqués, puis renvoyez.',
  },
)

export const malformedRequest = problemKind(
  'request.malformed',
  400,
  { en: 'The request could not be read', fr: 'La requête est illisible' },
  { en: 'The request could not be read: {why}.', fr: 'La requête est illisible : {why}.' },
)

export const notFound = problemKind(
  'resource.not_found',
  404,
  { en: 'Not found', fr: 'Introuvable' },
  {
    en: 'There is nothing here, or it was deleted.',
    fr: 'Il n’y a rien ici, ou l’élément a été supprimé.',
  },
)

export const signInNeeded = problemKind(
  'session.needed',
  401,
  { en: 'Sign in first', fr: 'Connectez-vous d’abord' },
  {
    en: 'Your session has ended or the key is not valid. Sign in, or send a valid API key.',
    fr: 'Votre session est terminée ou la clé n’est pas valable. Connectez-vous, ou envoyez une clé d’API valable.',
  },
)

export const notAllowed = problemKind(
  'access.denied',
  403,
  { en: 'Not allowed', fr: 'Action non autorisée' },
  {
    en: 'Your role or this key does not allow “{scope}”. Ask an owner of the company.',
    fr: 'Votre rôle ou cette clé ne permet pas « {scope} ». Adressez-vous à un propriétaire de l’entreprise.',
  },
)

export const foreignOrigin = problemKind(
  'request.foreign_origin',
  403,
  { en: 'The request came from another site', fr: 'La requête vient d’un autre site' },
  {
    en: 'For your safety, changes are only accepted from Vigie’s own pages.',
    fr: 'Par sécurité, les modifications ne sont acceptées que depuis les pages du poste.',
  },
)

export const keyReused = problemKind(
  'idempotency.key_reused',
  422,
  {
    en: 'This Idempotency-Key was used for another request',
    fr: 'Cette Idempotency-Key a servi à une autre requête',
  },
  {
    en: 'Choose a new Idempotency-Key for a different request.',
    fr: 'Choisissez une nouvelle Idempotency-Key pour une requête différente.',
  },
)

export const stillRunning = problemKind(
  'idempotency.in_progress',
  409,
  { en: 'The same request is still being processed', fr: 'La même requête est encore en cours' },
  {
    en: 'Wait a moment, then send it again with the same Idempotency-Key.',
    fr: 'Patientez un instant, puis renvoyez-la avec la même Idempotency-Key.',
  },
)

export const tooLarge = problemKind(
  'request.too_large',
  413,
  { en: 'Too large', fr: 'Trop volumineux' },
  { en: 'The limit is {limit}.', fr: 'La limite est de {limit}.' },
)

export const addressTooLong = problemKind(
  'request.address_too_long',
  414,
  { en: 'The address is too long', fr: 'L’adresse est trop longue' },
  {
    en: 'One of its parts is longer than anything here is called. Check where it was copied from.',
    fr: 'L’une de ses parties est plus longue que tout ce qui porte un nom ici. Vérifiez d’où elle a été copiée.',
  },
)

export const headersTooLarge = problemKind(
  'request.headers_too_large',
  431,
  {
    en: 'The address and headers are too long',
    fr: 'L’adresse et les en-têtes sont trop longs',
  },
  {
    en: 'Together they may have 16 kB. Send what is long in the body, or clear this site’s cookies.',
    fr: 'Ensemble, ils peuvent faire 16 ko. Envoyez dans le corps ce qui est long, ou effacez les cookies de ce site.',
  },
)

export const tooSlow = problemKind(
  'request.too_slow',
  408,
  { en: 'The request came too slowly', fr: 'La requête est arrivée trop lentement' },
  {
    en: 'It was not complete in time, and nothing was changed. Send it again.',
    fr: 'Elle n’était pas complète à temps, et rien n’a été modifié. Renvoyez-la.',
  },
)

export const unexpected = problemKind(
  'desk.unexpected',
  500,
  { en: 'Something went wrong in Vigie', fr: 'Le poste a fait une erreur' },
  {
    en: 'Nothing was changed. The log has the details under number {incident}.',
    fr: 'Rien n’a été modifié. Le journal en garde le détail sous le numéro {incident}.',
  },
)

export const databaseAway = problemKind(
  'desk.database_away',
  503,
  { en: 'Vigie’s database is restarting', fr: 'La base de données du poste redémarre' },
  {
    en: 'Try again in a moment. If it goes on, ask whoever runs the desk to look at its database.',
    fr: 'Réessayez dans un instant. Si cela dure, demandez à la personne qui s’occupe du poste de regarder sa base de données.',
  },
)

export const diskFull = problemKind(
  'desk.disk_full',
  507,
  { en: 'Vigie’s disk is full', fr: 'Le disque du poste est plein' },
  {
    en: 'Nothing was changed. Ask whoever runs Vigie to free some space, then try again; what is scheduled waits meanwhile.',
    fr: 'Rien n’a été modifié. Demandez à la personne qui s’occupe du poste de libérer de la place, puis réessayez ; ce qui est programmé attend.',
  },
)
