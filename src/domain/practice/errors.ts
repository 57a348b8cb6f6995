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
