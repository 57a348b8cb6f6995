import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { BellOff, Hand } from 'lucide-react'
import { useState } from 'react'
import type { AlertDetail } from '#domain/listening/alerts/api.ts'
import { api, useMay } from '#web/api/index.ts'
import { Button, Menu, useProblemWords, useToast } from '#web/ui/index.ts'

/** What a person decides: take care of it, let it sleep, close it with a verdict. */
export function AlertActions({ alert: { id, state, endedAt, risk } }: { alert: AlertDetail }) {
  const { t } = useLingui()
  const may = useMay('listening:write')
  const [busy, act] = useAct(id)
  if (!may || state === 'closed') return null
  const snooze = (hours: number, label: string) => ({
    label,
    icon: BellOff,
    onSelect: () => void act('snooze', { hours }, t`Still watched, with no new alert until then`),
  })
  return (
    <>
      {state === 'open' && (
        <Button
          kind="solid"
          icon={Hand}
          busy={busy}
          onClick={() => void act('acknowledge', undefined, t`You’re on it`)}
        >
          <Trans>I’ll handle it</Trans>
        </Button>
      )}
      {endedAt === null && (
        <Menu
          label={t`Snooze`}
          trigger={
            <Button icon={BellOff}>
              <Trans>Snooze</Trans>
            </Button>
          }
          items={[
            snooze(1, t`For an hour`),
            snooze(4, t`For four hours`),
            snooze(24, t`For a day`),
          ]}
        />
      )}
      <Menu
        label={t`Close…`}
        trigger={
          <Button>
            <Trans>Close…</Trans>
          </Button>
        }
        items={[
          {
            label: t`Something did happen`,
            onSelect: () =>
              void act(
                'close',
                { verdict: 'real' },
                risk === null
                  ? t`Closed: it does not count as usual`
                  : t({ message: 'Closed', context: 'alert' }),
              ),
          },
          {
            label: t`It was nothing`,
            onSelect: () =>
              void act(
                'close',
                { verdict: 'nothing' },
                risk === null
                  ? t`Closed: from now on this counts as usual`
                  : t({ message: 'Closed', context: 'alert' }),
              ),
          },
        ]}
      />
    </>
  )
}

type Act = (deed: string, body: object | undefined, text: string) => Promise<void>

function useAct(id: string): [boolean, Act] {
  const client = useQueryClient()
  const toast = useToast()
  const wordsOf = useProblemWords()
  const [busy, setBusy] = useState(false)
  const act: Act = async (deed, body, text) => {
    setBusy(true)
    try {
      await api.post(`/alerts/${id}/${deed}`, body)
      toast({ text })
    } catch (problem) {
      const { title, detail } = wordsOf(problem)
      toast({ text: [title, detail].filter(Boolean).join('. '), kind: 'bad' })
    }
    await client.invalidateQueries({ queryKey: ['alerts'] })
    setBusy(false)
  }
  return [busy, act]
}
