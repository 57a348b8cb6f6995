import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useUrlState } from '#web/shell/url-state.ts'
import { Button, EmptyState, Page, QueryView } from '#web/ui/index.ts'
import { ChannelExample } from './channel-example.tsx'
import { ChannelRow } from './channel-row.tsx'
import { changeOf, ConnectSheet, lineOf } from './connect-sheet.tsx'
import { BackFromNetwork } from './back-from-network.tsx'
import { useMisbehaviours } from './misbehaviour.ts'
import { useAccounts } from './queries.ts'

/** The accounts the company speaks through: how each is, and what to do about it. */
export default function ChannelsScreen() {
  const { t } = useLingui()
  const channels = useAccounts()
  const misbehaviours = useMisbehaviours()
  const [connecting, connect] = useUrlState('connect', '')
  const count = channels.data?.length ?? 0
  const broken = channels.data?.filter((one) => one.state === 'broken').length ?? 0
  return (
    <Page
      title={t`Connected accounts`}
      width="text"
      back={{ to: '/settings', label: t`Settings` }}
      folio={
        count > 0 && (
          <>
            <Plural value={count} one="# account" other="# accounts" />
            {broken > 0 && (
              <>
                {' · '}
                <Plural value={broken} one="# needs you" other="# need you" />
              </>
            )}
          </>
        )
      }
      actions={
        <Button kind="solid" icon={Plus} onClick={() => connect('yes')}>
          <Trans>Connect an account</Trans>
        </Button>
      }
    >
      <BackFromNetwork connect={connect} />
      <QueryView query={channels}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState
              title={t`No account yet`}
              example={<ChannelExample />}
              action={
                <Button kind="solid" onClick={() => connect('yes')}>
                  <Trans>Choose a network</Trans>
                </Button>
              }
            >
              <Trans>
                Once an account is connected, Vigie publishes through it and reads back its figures,
                replies and mentions.
              </Trans>
            </EmptyState>
          ) : (
            <ul className="border-t border-ink">
              {list.map((channel) => (
                <ChannelRow
                  key={channel.id}
                  channel={channel}
                  misbehaviour={misbehaviours.data?.find((one) => one.channelId === channel.id)}
                  onReconnect={() => connect(channel.connectorId)}
                  onSite={(what) =>
                    connect(what === 'line' ? lineOf(channel.id) : changeOf(channel.id))
                  }
                />
              ))}
            </ul>
          )
        }
      </QueryView>
      <ConnectSheet chosen={connecting} choose={connect} />
    </Page>
  )
}
