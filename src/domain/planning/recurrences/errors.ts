import { problemKind } from '#platform/http/problem.ts'

export const badRule = problemKind(
  'recurrence.bad_rule',
  422,
  { en: 'This rule cannot be read', fr: 'Cette règle est illisible' },
  {
    en: '“{rule}” is not a recurrence rule of RFC 5545, or never comes. Write for instance FREQ=WEEKLY;BYDAY=TU;COUNT=10.',
    fr: '« {rule} » n’est pas une règle de récurrence (RFC 5545), ou ne revient jamais. Écrivez par exemple FREQ=WEEKLY;BYDAY=TU;COUNT=10.',
  },
)

export const tooOften = problemKind(
  'recurrence.too_often',
  422,
  { en: 'Once a day at most', fr: 'Une fois par jour au plus' },
  {
    en: 'A series runs once a day at most. Leave hours and minutes out of its rule.',
    fr: 'Une série revient une fois par jour au plus. Retirez les heures et les minutes de sa règle.',
  },
)

export const endless = problemKind(
  'recurrence.endless',
  422,
  { en: 'When does it end?', fr: 'Quand s’arrête-t-elle ?' },
  {
    en: 'Say how many times it comes (COUNT), or its last day (UNTIL).',
    fr: 'Indiquez combien de fois elle revient (COUNT), ou son dernier jour (UNTIL).',
  },
)

export const tooMany = problemKind(
  'recurrence.too_many',
  422,
  { en: 'This is too many times', fr: 'C’est trop de fois' },
  {
    en: 'A series has {most} posts at most. End it earlier; you can start it again.',
    fr: 'Une série compte {most} publications au plus. Arrêtez-la plus tôt ; elle pourra être reprise.',
  },
)

export const tooLong = problemKind(
  'recurrence.too_long',
  422,
  { en: 'It ends too late', fr: 'Elle s’arrête trop tard' },
  {
    en: 'A series lasts two years at most. End it earlier; you can start it again.',
    fr: 'Une série dure deux ans au plus. Arrêtez-la plus tôt ; elle pourra être reprise.',
  },
)

export const neverComes = problemKind(
  'recurrence.never_comes',
  422,
  { en: 'It never happens', fr: 'Elle ne revient jamais' },
  {
    en: 'No day matches this rule between its start and its end.',
    fr: 'Aucun jour ne répond à cette règle entre son début et sa fin.',
  },
)

export const allPast = problemKind(
  'recurrence.past',
  422,
  { en: 'All its times have passed', fr: 'Toutes ses dates sont passées' },
  {
    en: 'Nothing in this series is still to come. Choose a later start or end.',
    fr: 'Rien de cette série n’est à venir. Choisissez un début ou une fin plus tardifs.',
  },
)

export const noSuchOccurrence = problemKind(
  'recurrence.no_such_time',
  422,
  { en: 'The series has no such time', fr: 'La série n’a pas cette date' },
  {
    en: 'Nothing of this series that is still to come stands at {wallTime}. Look at it again.',
    fr: 'Rien de cette série n’est à venir le {wallTime}. Consultez-la à nouveau.',
  },
)

export const seriesChanged = problemKind(
  'recurrence.changed_meanwhile',
  409,
  { en: 'Someone else changed this series', fr: 'Cette série a été modifiée entre-temps' },
  {
    en: 'Reload, then repeat your change.',
    fr: 'Relisez-la, puis refaites votre modification.',
  },
)
