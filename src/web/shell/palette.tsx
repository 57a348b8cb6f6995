import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { Dialog as D } from 'radix-ui'
import type { ReactNode } from 'react'
import { useSession } from '../api/session.ts'
import { useBoundShortcuts } from '../keys/shortcuts.ts'
import { useGiveFocusBack } from '../ui/give-focus-back.ts'
import { Kbd } from '../ui/kbd.tsx'
import { useChooseLanguage } from './choose-language.ts'
import { useChooseCompany } from './company-menu.tsx'
import { useHoldEverything } from './hold-everything.tsx'
import { useOpenComposer } from './open-composer.ts'
import { paletteScore } from './palette-score.ts'
import { commands } from './commands.ts'
import { nav } from './screens.ts'
import type { ShellPanel } from './shell-panel.ts'
import { useText } from './text.ts'
import { setTheme } from './theme.ts'

interface PaletteProps {
  close: () => void
  open: (panel: ShellPanel) => void
}

const GROUP =
  '[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-3'

/** Every command with its shortcut, so that people graduate from it. */
export default function Palette({ close, open }: PaletteProps) {
  const { t } = useLingui()
  const groups = useGroups(open)
  const giveFocusBack = useGiveFocusBack()
  return (
    <D.Root open onOpenChange={(next) => next || close()}>
      <D.Portal>
        <D.Overlay className="fixed inset-0 z-40 animate-appear bg-veil" />
        <D.Content
          aria-describedby={undefined}
          onCloseAutoFocus={giveFocusBack}
          className="fixed inset-x-3 top-[10vh] z-50 mx-auto max-w-xl animate-appear overflow-hidden rounded-lg bg-sheet shadow-float outline-none"
        >
          <D.Title className="sr-only">{t`Commands`}</D.Title>
          <Command label={t`Commands`} filter={score}>
            <Command.Input
              placeholder={t`Go to, do, or find…`}
              className="h-12 w-full border-b border-rule bg-transparent px-4 text-lg outline-none"
            />
            <Command.List className="relative max-h-[60vh] overflow-auto p-1">
              <Command.Empty className="px-3 py-6 text-ink-2">
                <Trans>No matching command.</Trans>
              </Command.Empty>
              {groups.map((group) => (
                <Command.Group key={group.heading} heading={group.heading} className={GROUP}>
                  {group.lines.map((line) => (
                    <Line key={line.id} {...line} after={close} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </D.Content>
      </D.Portal>
    </D.Root>
  )
}

/** cmdk gives the keywords of a line as they were given to it: its label, then its other words. */
function score(_value: string, typed: string, [label = '', words = '']: string[] = []): number {
  return paletteScore(label, words, typed)
}

interface PaletteLine {
  id: string
  label: string
  words?: string
  shortcut?: string | undefined
  run: () => void
}

function Line({ id, label, words, shortcut, run, after }: PaletteLine & { after: () => void }) {
  return (
    <Command.Item
      value={id}
      keywords={[label, words ?? '']}
      onSelect={() => {
        after()
        run()
      }}
      className="flex min-h-9 touch-row cursor-default items-center gap-3 rounded-md px-3 data-[selected=true]:bg-accent-soft"
    >
      <Label>{label}</Label>
      {shortcut && <Kbd keys={shortcut} />}
    </Command.Item>
  )
}

function Label({ children }: { children: ReactNode }) {
  return <span className="min-w-0 flex-1 truncate">{children}</span>
}

function useGroups(open: PaletteProps['open']): { heading: string; lines: PaletteLine[] }[] {
  const { t } = useLingui()
  const say = useText()
  const navigate = useNavigate()
  const openComposer = useOpenComposer()
  const hold = useHoldEverything()
  const choose = useChooseCompany()
  const chooseLanguage = useChooseLanguage()
  const { company, companies } = useSession()
  const here = useBoundShortcuts().filter(isOfScreen)
  return [
    {
      heading: t`On this screen`,
      lines: here.map((one) => ({
        id: `here ${one.keys} ${one.label}`,
        label: one.label,
        shortcut: one.keys,
        run: () => one.run(new KeyboardEvent('keydown')),
      })),
    },
    {
      heading: t`Do`,
      lines: [
        { id: 'compose', label: t`New post`, shortcut: 'C', run: () => openComposer() },
        ...(hold
          ? [{ id: 'hold', label: hold.label, shortcut: hold.shortcut, run: hold.onSelect }]
          : []),
        ...commands.map((command) => ({
          id: command.id,
          label: say(command.label),
          words: command.words ? say(command.words) : '',
          shortcut: command.shortcut,
          run: () =>
            void navigate({
              to: command.to,
              search: command.search ?? {},
              ...(command.hash ? { hash: command.hash } : {}),
            }),
        })),
      ],
    },
    {
      heading: t`Go to`,
      lines: nav.map((entry) => ({
        id: `go ${entry.to}`,
        label: say(entry.label),
        shortcut: `g ${entry.key}`,
        run: () => void navigate({ to: entry.to }),
      })),
    },
    {
      heading: t`This desk`,
      lines: [
        ...companies
          .filter(({ id }) => id !== company.id)
          .map(({ id, name }) => ({
            id: `company ${id}`,
            label: t`Open ${name}`,
            run: () => choose(id),
          })),
        { id: 'light', label: t`Light theme`, run: () => setTheme('light') },
        { id: 'dark', label: t`Dark theme`, run: () => setTheme('dark') },
        {
          id: 'english',
          label: 'English',
          words: 'anglais langue',
          run: () => void chooseLanguage('en'),
        },
        {
          id: 'french',
          label: 'Français',
          words: 'french language',
          run: () => void chooseLanguage('fr'),
        },
        { id: 'keys', label: t`Keyboard shortcuts`, shortcut: '?', run: () => open('shortcuts') },
      ],
    },
  ].filter((group) => group.lines.length > 0)
}

/** The shell's own keys are already listed under their names. */
function isOfScreen({ keys }: { keys: string }): boolean {
  return !['$mod+k', 'c', '[Shift]+?', 'Shift+H'].includes(keys) && !keys.startsWith('g ')
}
