import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowLeft } from 'lucide-react'
import { useCompany } from '#web/api/index.ts'
import { useText } from '#web/shell/text.ts'
import { Button, QueryView, Sheet } from '#web/ui/index.ts'
import { ConnectForm } from './connect-form.tsx'
import { ConnectorList, nameIn } from './connector-list.tsx'
import { useConnectors } from './queries.ts'

interface ConnectSheetProps {
  /** '' closed, 'yes' the list of networks, else a connector's id: its form. */
  chosen: string
  choose: (connector: string) => void
}

export function ConnectSheet({ chosen, choose }: ConnectSheetProps) {
  const { t } = useLingui()
  const { practice } = useCompany()
  const connectors = useConnectors()
  const connector = connectors.data?.find((one) => one.id === chosen)
  const say = useText()
  const name = connector && nameIn(connector, say)
  return (
    <Sheet
      open={chosen !== ''}
      onClose={() => choose('')}
      title={name && !connector.called ? t`Connect ${name}` : t`Connect an account`}
      width={560}
    >
      {connector && (
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
        {(list) =>
          connector ? (
            <ConnectForm key={connector.id} connector={connector} onDone={() => choose('')} />
          ) : (
            <>
              {practice && (
                <p className="mb-4 text-ink-2">
                  <Trans>
                    This is the practice company: only invented networks are offered here. Switch to
                    your own company to connect a real account.
                  </Trans>
                </p>
              )}
              <ConnectorList connectors={list} onPick={choose} />
            </>
          )
        }
      </QueryView>
    </Sheet>
  )
}
