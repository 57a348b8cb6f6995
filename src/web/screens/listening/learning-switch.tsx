import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, useMay } from '#web/api/index.ts'
import { Switch, useProblemWords, useToast } from '#web/ui/index.ts'

/** Whether what the company corrects is learnt from; acts at once. */
export function LearningSwitch({ on }: { on: boolean }) {
  const { t } = useLingui()
  const may = useMay('listening:write')
  const { asked, turn } = useTurn()
  return (
    <Switch
      className="border-t border-ink py-3"
      label={t`Learn from corrections`}
      hint={
        on ? (
          <Trans>
            They stay in this company. The mentions of the last 30 days that nobody corrected are
            read anew with what they teach.
          </Trans>
        ) : (
          <Trans>
            Switched off: mentions are read with the models as they come with Vigie. Your
            corrections are kept.
          </Trans>
        )
      }
      checked={asked ?? on}
      onChecked={(wanted) => void turn(wanted)}
      disabled={!may || asked !== null}
    />
  )
}

function useTurn() {
  const toast = useToast()
  const client = useQueryClient()
  const wordsOf = useProblemWords()
  const [asked, setAsked] = useState<boolean | null>(null)
  async function turn(on: boolean) {
    setAsked(on)
    try {
      await api.put('/listening/learning', { on })
    } catch (problem) {
      toast({ text: wordsOf(problem).title, kind: 'bad' })
    } finally {
      await client.invalidateQueries({ queryKey: ['mentions'] })
      setAsked(null)
    }
  }
  return { asked, turn }
}
