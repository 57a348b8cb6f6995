import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import type { ChannelView, ConnectorView } from '#domain/channels/api.ts'
import { useCompany } from '#web/api/index.ts'
import { useText } from '#web/shell/text.ts'
import { Button, QueryView, Sheet } from '#web/ui/index.ts'
import { ConnectForm } from './connect-form.tsx'
import { ConnectorList, nameIn } from './connector-list.tsx'
import { useAccounts, useConnectors, useEmbed } from './queries.ts'
import { SiteLine } from './site-line.tsx'

interface ConnectSheetProps {
  /** '' closed, 'yes' the list of networks, a connector's id: its form; or what `changeOf` and `lineOf` make. */
  chosen: string
  choose: (connector: string) => void
}

/** Opens the form of an account again, filled in. */
export const changeOf = (channelId: string) => `change:${channelId}`
/** Shows what puts an account on the company's website. */
export const lineOf = (channelId: string) => `line:${channelId}`

export function ConnectSheet({ chosen, choose }: ConnectSheetProps) {
  const { t } = useLingui()
  const say = useText()
  const connectors = useConnectors()
  const accounts = useAccounts()
  const [what = '', channelId = ''] = chosen.split(':')
  const channel = accounts.data?.find((one) => one.id === channelId)
  const connector = connectors.data?.find((one) => one.id === (channel?.connectorId ?? chosen))
  const name = connector && nameIn(connector, say)
  const title =
    what === 'line'
      ? t`On your website`
      : channel
        ? t`Change ${channel.handle}`
        : name && !connector.called
          ? t`Connect ${name}`
          : t`Connect an account`
  return (
    <Sheet open={chosen !== ''} onClose={() => choose('')} title={title} width={560}>
      {connector && !channel && (
        <Button
          kind="quiet"
          size="sm"
          icon={ArrowLeft}
          className="mb-4 -ml-2"
          onClick={() => choose('yes')}
        >
          <Trans>All networks</Trans>
        </Button>
      )}
      <QueryView query={connectors}>
        {(list) => {
          if (what === 'line') return <SiteLine channelId={channelId} />
          if (!connector) return <Networks list={list} choose={choose} />
          const next = (done: ChannelView) => choose(done.site ? lineOf(done.id) : '')
          return channel ? (
            <Change key={channel.id} {...{ channel, connector, onDone: () => choose('') }} />
          ) : (
            <ConnectForm key={connector.id} connector={connector} onDone={next} />
          )
        }}
      </QueryView>
    </Sheet>
  )
}

function Change({
  channel,
  connector,
  onDone,
}: {
  channel: ChannelView
  connector: ConnectorView
  onDone: () => void
}) {
  // As it was when the sheet opened: what is being typed must not be taken away by a refreshed list.
  const [{ id }] = useState(channel)
  const embed = useEmbed(id)
  return (
    <QueryView query={embed}>
      {({ fields }) => <ConnectForm connector={connector} filled={fields} onDone={onDone} />}
    </QueryView>
  )
}

function Networks({
  list,
  choose,
}: {
  list: ConnectorView[]
  choose: ConnectSheetProps['choose']
}) {
  const { practice } = useCompany()
  return (
    <>
      {practice && (
        <p className="mb-4 text-ink-2">
          <Trans>
            This is the practice company: only invented networks are offered here. Switch to your
            own company to connect a real account.
          </Trans>
        </p>
      )}
      <ConnectorList connectors={list} onPick={choose} />
    </>
  )
}
