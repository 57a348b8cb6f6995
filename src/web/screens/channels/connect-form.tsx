import { Trans } from '@lingui/react/macro'
import type { ChannelView, ConnectorView } from '#domain/channels/api.ts'
import { LinkButton } from '#web/ui/index.ts'
import { AppFirst } from './app-first.tsx'
import { TwoWays } from './two-ways.tsx'
import { Help, WayForm } from './way-form.tsx'

interface ConnectFormProps {
  connector: ConnectorView
  /** What was typed in the last time, where it is changed. */
  filled?: Record<string, string>
  onDone: (channel: ChannelView) => void
}

/** The form a network's manifest asks for: nothing here knows which network it is. */
export function ConnectForm({ connector, filled, onDone }: ConnectFormProps) {
  const { app, visit, method } = connector.connect
  const form = visit ? (
    <TwoWays connector={connector} visit={visit} onDone={onDone} />
  ) : (
    <>
      <Help name={connector.name} way={connector.connect} />
      {method === 'none' ? (
        <LinkButton to="/listening">
          <Trans>Go to Listening</Trans>
        </LinkButton>
      ) : (
        <WayForm
          {...{ connector, onDone }}
          way={connector.connect}
          {...(filled ? { filled } : {})}
        />
      )}
    </>
  )
  return app ? (
    <AppFirst connector={connector} app={app}>
      <div>{form}</div>
    </AppFirst>
  ) : (
    form
  )
}
