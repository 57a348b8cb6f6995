import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'approvals.waiting',
    label: { en: 'Posts to approve', fr: 'Publications à valider' },
    words: { en: 'approval review validation', fr: 'validation relecture approuver' },
    to: '/approvals',
  },
  {
    id: 'approvals.rules',
    label: { en: 'Approval rules', fr: 'Règles de validation' },
    words: { en: 'who may publish alone', fr: 'qui peut publier seul' },
    to: '/settings',
    hash: 'approvals',
  },
]
