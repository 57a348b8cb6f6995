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
            _0="No post is waiting. What you schedule from now on goes out on time."
            one="Lifting it publishes nothing: you’ll be asked what to do with # post. What you schedule from now on goes out on time."
            other="Lifting it publishes nothing: you’ll be asked what to do with each of # posts. What you schedule from now on goes out on time."
          />
        </p>
      </Confirm>
    </>
  )
}

function WhatIsHeld({ one: { scope, name } }: { one: CrisisView }) {
  if (scope === 'company') return <Trans>Everything is held.</Trans>
  if (scope === 'network') return <Trans>Everything on {name} is held.</Trans>
  if (scope === 'account') return <Trans>Everything from {name} is held.</Trans>
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
        <Plural value={held} _0="no posts waiting" one="# post waiting" other="# posts waiting" />
        {replies && (
          <>
            {' · '}
            <Trans>including replies</Trans>
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
    if (asked === 0) return toast({ text: t`Hold lifted.` })
    const run = () => void navigate({ to: '/calendar/waiting' })
    toast({
      text: t`Hold lifted. The posts it held are waiting for your decision.`,
      action: { label: t`See them`, run },
    })
  }
}
