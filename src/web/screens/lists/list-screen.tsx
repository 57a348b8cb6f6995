import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { UserPlus } from 'lucide-react'
import { useUrlState } from '#web/shell/index.ts'
import { Button, Page, QueryView, Skeleton } from '#web/ui/index.ts'
import { AddPeopleSheet } from './add-people-sheet.tsx'
import { ListCounts } from './list-counts.tsx'
import { Mailings } from './mailings.tsx'
import { People } from './people.tsx'
import { useLists } from './queries.ts'

/** One list: its letters and how far they are, then its people. */
export default function ListScreen() {
  const { t } = useLingui()
  const { channelId = '' } = useParams({ strict: false })
  const [adding, setAdding] = useUrlState('add', '')
  const lists = useLists()
  const list = lists.data?.find((one) => one.channelId === channelId)
  return (
    <Page
      title={list?.name ?? t`List`}
      back={{ to: '/lists', label: t`Mailing lists` }}
      folio={list && <ListCounts list={list} />}
      actions={
        list && (
          <Button kind="solid" icon={UserPlus} onClick={() => setAdding('1')}>
            <Trans>Add people</Trans>
          </Button>
        )
      }
    >
      <QueryView query={lists} skeleton={<Skeleton rows={3} height={48} />}>
        {() =>
          list ? (
            <div className="space-y-8">
              <Mailings channelId={channelId} />
              <People channelId={channelId} />
            </div>
          ) : (
            <p className="text-ink-2">
              <Trans>This account sends no letters, so it has no list.</Trans>
            </p>
          )
        }
      </QueryView>
      <AddPeopleSheet channelId={channelId} open={adding !== ''} onClose={() => setAdding('')} />
    </Page>
  )
}
