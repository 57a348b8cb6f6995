import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CrisisView, LiftedView } from '#domain/publishing/crisis/api.ts'
import { api, useMay } from '#web/api/index.ts'
import { Banner, Button, Confirm, DateTime, Mark, useToast } from '#web/ui/index.ts'

/** What is held, by whom, since when and why; and, for those who may, how to lift it. */
export default function HeldBanner({ one }: { one: CrisisView }) {
  const { t } = useLingui()
  const may = useMay('crisis:write')
  const [asking, ask] = useState(false)
  const lift = useLift(one)
  return (
    <>
      <Banner
        kind="wait"
        label={t`What is held`}
        action={
          may && (
            <Button size="sm" onClick={() => ask(true)}>
              <Trans>Lift the hold…</Trans>
            </Button>
          )
        }
      >
        <span className="mr-2 inline-block translate-y-px" aria-hidden>
          <Mark status="held" />
        </span>
        <strong className="font-semibold">
          <WhatIsHeld one={one} />
        </strong>{' '}
        <Details one={one} />
      </Banner>
      <Confirm
        open={asking}
        onClose={() => ask(false)}
        title={t`Lift the hold?`}
        action={t`Lift the hold`}
        onConfirm={lift}
      >
        <p>
          <Plural
            value={one.held}
            _0="No post is waiting. What you schedule from now on leaves at its hour."
            one="Nothing leaves by this alone: # post will ask what becomes of it. What you schedule from now on leaves at its hour."
            other="Nothing leaves by this alone: each of # posts will ask what becomes of it. What you schedule from now on leaves at its hour."
          />
        </p>
      </Confirm>
    </>
  )
}

function WhatIsHeld({ one: { scope, name } }: { one: CrisisView }) {
  if (scope === 'company') return <Trans>Everything is held.</Trans>
  if (scope === 'network') return <Trans>Everything for {name} is held.</Trans>
  if (scope === 'account') return <Trans>Everything of {name} is held.</Trans>
  return <Trans>The campaign “{name}” is held.</Trans>
}

function Details({ one: { by, since, held, reason, replies } }: { one: CrisisView }) {
  return (
    <>
      <span>
        <Trans>
          By {by}, since <DateTime at={since} />
        </Trans>
        {' · '}
        <Plural value={held} _0="no post waits" one="# post waits" other="# posts wait" />
        {replies && (
          <>
            {' · '}
            <Trans>replies too</Trans>
          </>
        )}
      </span>
      {reason && <span className="block text-ink-2 md:ml-2 md:inline">{reason}</span>}
    </>
  )
}

function useLift({ id }: CrisisView): () => Promise<void> {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const navigate = useNavigate()
  return async () => {
    const { asked } = await api.post<LiftedView>(`/crisis/${id}/lift`)
    await client.invalidateQueries({ queryKey: ['crisis'] })
    void client.invalidateQueries({ queryKey: ['posts'] })
    if (asked === 0) return toast({ text: t`Lifted.` })
    const run = () => void navigate({ to: '/calendar/waiting' })
    toast({
      text: t`Lifted. The posts it held wait for your word.`,
      action: { label: t`See them`, run },
    })
  }
}
