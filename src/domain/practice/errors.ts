import { problemKind } from '#platform/http/problem.ts'

export const notInPractice = problemKind(
  'practice.real_company',
  409,
  { en: 'For practice companies only', fr: 'Réservé aux entreprises d’entraînement' },
  {
    en: '“{name}” is a real company: a real network cannot be made to misbehave. Open the practice company.',
    fr: '« {name} » est une véritable entreprise : un vrai réseau ne se dérègle pas sur demande. Ouvrez l’entreprise d’entraînement.',
  },
)

export const nobodyToSpeak = problemKind(
  'practice.nobody_to_speak',
  409,
  { en: 'Nobody is there to complain', fr: 'Personne n’est là pour se plaindre' },
  {
    en: 'No practice network account is connected. Connect one, then stage the crisis.',
    fr: 'Aucun compte du réseau d’entraînement n’est connecté. Connectez-en un, puis lancez la crise.',
  },
)
