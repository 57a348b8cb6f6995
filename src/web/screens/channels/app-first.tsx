import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ConnectorView } from '#domain/channels/api.ts'
import type { AppView } from '#domain/channels/apps/api.ts'
import { api } from '#web/api/index.ts'
import { Button, Confirm, DateTime, QueryView, useToast } from '#web/ui/index.ts'
import { AppKeysForm } from './app-keys-form.tsx'
import { AppSteps } from './app-steps.tsx'
import { Doctor } from './looks.tsx'
import { useApp, useDoctor } from './queries.ts'

type App = NonNullable<ConnectorView['connect']['app']>

interface AppFirstProps {
  connector: ConnectorView
  app: App
  /** How an account is connected, once the keys are there. */
  children: ReactNode
}

/** A network that asks for an app of the company's own: the way to it, then its keys, then connecting. */
export function AppFirst({ connector, app, children }: AppFirstProps) {
  const view = useApp(connector.id)
  const doctor = useDoctor(connector.id)
  const [replacing, replace] = useState(false)
  // That the keys are missing is what all of this is about.
  const unwell = doctor.data?.filter(({ about, state }) => about !== 'keys' && state !== 'done')
  return (
    <QueryView query={view}>
      {(known) =>
        isOptional(app) ? (
          <div className="space-y-6">
            {children}
            <AppSteps
              {...{ app, view: known }}
              title={<Trans>To be notified at once (optional)</Trans>}
            />
            {known.keys && !replacing ? (
              <Kept {...{ connector, known }} onReplace={() => replace(true)} />
            ) : (
              <AppKeysForm
                {...{ connector, app }}
                onKept={() => replace(false)}
                {...(replacing ? { onCancel: () => replace(false) } : {})}
              />
            )}
          </div>
        ) : known.complete && !replacing ? (
          <div className="space-y-5">
            <Kept {...{ connector, known }} onReplace={() => replace(true)} />
            {doctor.data && <Doctor looks={doctor.data} />}
            {children}
          </div>
        ) : (
          <div className="space-y-6">
            {!replacing && <Introduction connector={connector} count={app.steps.length} />}
            {unwell && <Doctor looks={unwell} />}
            <AppSteps app={app} view={known} />
            <div>
              <h3 className="mb-3 font-semibold">
                <Trans>Enter its keys</Trans>
              </h3>
              <AppKeysForm
                {...{ connector, app }}
                onKept={() => replace(false)}
                {...(replacing ? { onCancel: () => replace(false) } : {})}
              />
            </div>
          </div>
        )
      }
    </QueryView>
  )
}

/** Accounts are connected without its keys; they are for more comfort. */
const isOptional = ({ fields }: App) => fields.every(({ required }) => !required)

function Introduction({ connector: { name }, count }: { connector: ConnectorView; count: number }) {
  return (
    <p>
      <Trans>
        {name} requires each company to have its own app, and yours has no keys here yet. You only
        do this once, in <Plural value={count} one="one step" other="# steps" />.
      </Trans>
    </p>
  )
}

interface KeptProps {
  connector: ConnectorView
  known: AppView
  onReplace: () => void
}

function Kept({ connector: { id, name }, known, onReplace }: KeptProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const [removing, remove] = useState(false)
  const { setAt = '', setBy = null } = known.keys ?? {}
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm text-ink-2">
      <p>
        {setBy ? (
          <Trans>
            Keys of your {name} app entered by {setBy} on <DateTime at={setAt} style="date" />.
          </Trans>
        ) : (
          <Trans>
            Keys of your {name} app entered on <DateTime at={setAt} style="date" />.
          </Trans>
        )}
      </p>
      <div className="flex gap-2">
        <Button size="sm" onClick={onReplace}>
          <Trans>Replace</Trans>
        </Button>
        <Button size="sm" kind="quiet" onClick={() => remove(true)}>
          <Trans>Remove</Trans>
        </Button>
      </div>
      <Confirm
        open={removing}
        onClose={() => remove(false)}
        title={t`Remove the keys of your ${name} app?`}
        action={t`Remove the keys`}
        danger
        onConfirm={async () => {
          await api.delete(`/connectors/${id}/app`)
          await Promise.all(
            [['app'], ['doctor'], ['channels']].map((queryKey) =>
              client.invalidateQueries({ queryKey }),
            ),
          )
          toast({ text: t`The keys of your ${name} app are removed.` })
        }}
      >
        <p>
          <Trans>
            Nothing more is published or read through the accounts connected on {name} until keys
            are entered again.
          </Trans>
        </p>
      </Confirm>
    </div>
  )
}
