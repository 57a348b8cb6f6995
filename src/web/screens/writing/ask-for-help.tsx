import { Trans, useLingui } from '@lingui/react/macro'
import { Feather } from 'lucide-react'
import { useState } from 'react'
import type { Task } from '#domain/assistance/api.ts'
import { Button, Menu, useToast } from '#web/ui/index.ts'
import { HelpPanel } from './help-panel.tsx'
import { useAssistant } from './use-assistant.ts'

interface AskForHelpProps {
  text: string
  onTake: (text: string) => void
}

/** A quiet menu below the text, only where the company has an address of its own to ask. */
export default function AskForHelp({ text, onTake }: AskForHelpProps) {
  const { t } = useLingui()
  const toast = useToast()
  const { data } = useAssistant()
  const [asked, ask] = useState<{ task: Task; text: string } | null>(null)
  if (!data?.assistant) return null
  const tasks: readonly { task: Task; label: string }[] = [
    { task: 'shorter', label: t`Shorter` },
    { task: 'clearer', label: t`Clearer` },
    { task: 'hook', label: t`Another first sentence` },
    { task: 'french', label: t`Into French` },
    { task: 'english', label: t`Into English` },
  ]
  return (
    <>
      <Menu
        align="start"
        label={t`Ask for help`}
        items={tasks.map(({ task, label }) => ({
          label,
          disabled: text.trim() === '',
          onSelect: () => ask({ task, text }),
        }))}
        trigger={
          <Button kind="quiet" size="sm" icon={Feather} className="-ml-2 self-start text-ink-2">
            <Trans>Ask for help…</Trans>
          </Button>
        }
      />
      {asked && (
        <HelpPanel
          key={`${asked.task} ${asked.text}`}
          {...asked}
          take={(proposed) => {
            onTake(proposed)
            ask(null)
            toast({ text: t`The suggestion is in the text.`, undo: () => onTake(asked.text) })
          }}
          leave={() => ask(null)}
        />
      )}
    </>
  )
}
