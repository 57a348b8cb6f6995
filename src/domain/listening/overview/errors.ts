import { problemKind } from '#platform/http/problem.ts'

export const wrongOverviewPeriod = problemKind(
  'listening.wrong_period',
  422,
  { en: 'The period cannot be read', fr: 'La période n’est pas valable' },
  {
    en: 'The first day comes before the last, and a period has at most {days} days, or {hours} by the hour.',
    fr: 'Le premier jour précède le dernier, et une période compte au plus {days} jours, ou {hours} heure par heure.',
  },
)

export const ownRival = problemKind(
  'listening.own_rival',
  422,
  {
    en: 'A query is us or a rival, not both',
    fr: 'Une requête est nous ou un rival, pas les deux',
  },
  { en: 'Remove it from the rivals.', fr: 'Retirez-la des rivaux.' },
)
