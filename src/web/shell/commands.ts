import type { ScreenCommand } from './define-screen.ts'

const modules = import.meta.glob<{ commands: ScreenCommand[] }>('../screens/*/commands.ts', {
  eager: true,
})

/** What the palette offers, of every screen. */
export const commands: ScreenCommand[] = Object.values(modules).flatMap((one) => one.commands)
