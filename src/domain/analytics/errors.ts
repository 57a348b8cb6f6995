import { problemKind } from '#platform/http/problem.ts'

export const wrongPeriod = problemKind(
  'results.wrong_period',
  422,
  { en: 'The period cannot be read', fr: 'La période n’est pas valable' },
  {
    en: 'The first day comes before the last, and a period has at most {days} days.',
    fr: 'Le premier jour précède le dernier, et une période compte au plus {days} jours.',
  },
)
