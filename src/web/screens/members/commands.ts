import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'members.roles',
    label: { en: 'Roles: who may do what', fr: 'Rôles : qui peut faire quoi' },
    words: { en: 'rights permissions', fr: 'droits permissions' },
    to: '/settings/roles',
  },
]
