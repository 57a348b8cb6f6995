import { problemKind } from '#platform/http/problem.ts'

export const notRead = problemKind(
  'listening.source_not_read',
  409,
  { en: 'There is nothing to read', fr: 'Il n’y a rien à lire' },
  {
    en: 'What your accounts receive is heard as it reaches the inbox.',
    fr: 'Ce que vos comptes reçoivent est entendu dès que la boîte de réception le reçoit.',
  },
)
