import { defineScreen } from '#web/shell/define-screen.ts'

/** What helps while one writes has no address of its own: the composer and the settings show its parts. */
export const screen = defineScreen({})
