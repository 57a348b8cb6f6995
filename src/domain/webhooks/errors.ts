import { problemKind } from '#platform/http/problem.ts'

export const unreachable = problemKind(
  'webhook.unreachable_address',
  422,
  { en: 'This address cannot be used', fr: 'Cette adresse ne peut pas être utilisée' },
  {
    en: 'Give an address that starts with https:// and is reachable on the internet.',
    fr: 'Donnez une adresse qui commence par https:// et que l’on atteint sur internet.',
  },
)

export const unknownEvent = problemKind(
  'webhook.unknown_event',
  422,
  { en: 'There is no such event', fr: 'Cet événement n’existe pas' },
  {
    en: 'Not a Vigie event: {names}. GET /webhooks/events lists them.',
    fr: 'Ces événements n’existent pas : {names}. GET /webhooks/events en donne la liste.',
  },
)

export const notSending = problemKind(
  'webhook.not_on',
  409,
  { en: 'This webhook is not on', fr: 'Ce webhook n’est pas actif' },
  { en: 'Turn it on again first.', fr: 'Réactivez-le d’abord.' },
)
