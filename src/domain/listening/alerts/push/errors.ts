import { problemKind } from '#platform/http/problem.ts'

export const peopleOnly = problemKind(
  'alerts.push_for_people',
  403,
  { en: 'For people only', fr: 'Réservé aux personnes' },
  {
    en: 'Notifications go to a member’s browser. A program gets alerts by webhook.',
    fr: 'Les notifications vont au navigateur d’un membre. Un programme est prévenu des alertes par webhook.',
  },
)

export const tooManyDevices = problemKind(
  'alerts.too_many_devices',
  409,
  { en: 'Too many devices', fr: 'Trop d’appareils' },
  {
    en: 'You can be notified on {max} devices. Remove one you no longer use.',
    fr: 'Vous pouvez être notifié sur {max} appareils. Retirez-en un qui ne sert plus.',
  },
)
