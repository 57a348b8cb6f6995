import { problemKind } from '#platform/http/problem.ts'

export const notFromThere = problemKind(
  'inbox.not_from_the_network',
  401,
  { en: 'Not signed by the network', fr: 'Non signé par le réseau' },
  {
    en: 'This address is for the network alone, and nothing here proves that it calls. Check the keys of the app.',
    fr: 'Cette adresse est réservée au réseau, et rien ne prouve que c’est lui qui appelle. Vérifiez les clés de l’application.',
  },
)
