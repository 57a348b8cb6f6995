/** What lies above the screens, opened from anywhere in the shell. */
export type ShellPanel = 'palette' | 'shortcuts' | null
