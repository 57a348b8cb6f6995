import { problemKind } from '#platform/http/problem.ts'

export const noSlots = problemKind(
  'queue.no_slots',
  422,
  { en: 'There are no slots yet', fr: 'Aucun créneau pour l’instant' },
  {
    en: 'None of the chosen accounts has publishing times. Add some on the Queue screen, or choose a date.',
    fr: 'Aucun des comptes choisis n’a d’heures de publication. Donnez-leur-en dans l’écran File d’attente, ou choisissez une date.',
  },
)

export const noCommonSlot = problemKind(
  'queue.no_common_slot',
  422,
  { en: 'No shared slot', fr: 'Aucun créneau commun' },
  {
    en: '{accounts} share no publishing time, and a post goes out at a single time. Give them one on the Queue screen, or choose a date.',
    fr: '{accounts} n’ont aucune heure en commun, et une publication part à une seule heure. Donnez-leur-en une dans l’écran File d’attente, ou choisissez une date.',
  },
)

export const queueFull = problemKind(
  'queue.full',
  422,
  { en: 'The queue is full', fr: 'La file d’attente est pleine' },
  {
    en: 'Every slot of the next {weeks} weeks is taken. Add slots, or choose a date.',
    fr: 'Tous les créneaux des {weeks} prochaines semaines sont pris. Ajoutez des créneaux, ou choisissez une date.',
  },
)

export const queueMoved = problemKind(
  'queue.changed_meanwhile',
  409,
  { en: 'The queue has changed', fr: 'La file d’attente a changé' },
  {
    en: 'One of these posts went out, or was moved or removed. Check the queue again.',
    fr: 'L’une de ces publications est partie, ou a été déplacée ou retirée. Consultez à nouveau la file d’attente.',
  },
)
