import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'topics',
    label: { en: 'Topics', fr: 'Sujets' },
    words: { en: 'new unexpected rising listening', fr: 'nouveau inattendu veille' },
    to: '/topics',
  },
]
