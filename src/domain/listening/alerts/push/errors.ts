import { problemKind } from '#platform/http/problem.ts'

export const peopleOnly = problemKind(
  'alerts.push_for_people',
  403,
  { en: 'For people only', fr: 'Réservé aux personnes' },
  {
    en: 'Notices go to the browser of a member. A program hears of alerts by webhook.',
    fr: 'Les notifications vont au navigateur d’un membre. Un programme est prévenu des alertes par webhook.',
  },
)

export const tooManyDevices = problemKind(
  'alerts.too_many_devices',
  409,
  { en: 'Too many devices', fr: 'Trop d’appareils' },
  {
    en: 'You may be notified on {max} devices. Remove one that no longer serves.',
    fr: 'Vous pouvez être notifié sur {max} appareils. Retirez-en un qui ne sert plus.',
  },
)
