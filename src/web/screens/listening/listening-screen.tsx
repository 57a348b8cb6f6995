import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Plus, Rss } from 'lucide-react'
import { useMay } from '#web/api/index.ts'
import { Rooms } from '#web/shell/rooms.tsx'
import { useUrlState } from '#web/shell/url-state.ts'
import { Button, Page, QueryView, WithMargin } from '#web/ui/index.ts'
import { AddSourceSheet } from './add-source-sheet.tsx'
import { FirstQuery } from './first-query.tsx'
import { MentionStream } from './mention-stream.tsx'
import { useQueries, useUnseen } from './queries.ts'
import { QueryEditor } from './query-editor.tsx'
import { QueryGone } from './query-gone.tsx'
import { QueryList } from './query-list.tsx'
import { SourcesMargin } from './sources-margin.tsx'

/** What people say of the company: the saved queries, what they found, and the sources they look in. */
export default function ListeningScreen() {
  const { t } = useLingui()
  const [askedDays, setDays] = useUrlState('days', '14')
  const days = ['14', '30', '90'].includes(askedDays) ? askedDays : '14'
  const may = useMay('listening:write')
  const [edited, edit] = useUrlState('edit', '')
  const [words, write] = useUrlState('words', '')
  const [adding, add] = useUrlState('add', '')
  const queries = useQueries(days)
  const query = queries.data?.find(({ id }) => id === edited)
  // A list kept from an earlier visit may lack what somebody has saved since.
  const isGone =
    edited !== '' && edited !== 'new' && !query && queries.isSuccess && queries.isFetchedAfterMount
  return (
    <Page
      title={t({ message: 'Listening', context: 'screen' })}
      folio={queries.data && queries.data.length > 0 && <Folio count={queries.data.length} />}
      actions={
        may && (
          <>
            <Button icon={Rss} onClick={() => add('yes')}>
              <Trans>Add a source</Trans>
            </Button>
            <Button kind="solid" icon={Plus} onClick={() => edit('new')}>
              <Trans>New query</Trans>
            </Button>
          </>
        )
      }
    >
      <Rooms of="/listening" label={t({ message: 'Listening', context: 'screen' })} />
      <WithMargin margin={<SourcesMargin onAdd={may ? () => add('yes') : null} />}>
        <QueryView query={queries}>
          {(list) =>
            list.length === 0 ? (
              <FirstQuery onBegin={may ? () => edit('new') : null} />
            ) : (
              <>
                <QueryList queries={list} {...{ days, setDays }} onEdit={edit} />
                <MentionStream queries={list} />
              </>
            )
          }
        </QueryView>
      </WithMargin>
      <QueryEditor
        key={edited}
        open={edited === 'new' || query !== undefined}
        query={query}
        written={words}
        onClose={() => {
          edit('')
          write('')
        }}
      />
      <QueryGone open={isGone} onClose={() => edit('')} />
      <AddSourceSheet open={adding !== ''} kind={adding} choose={add} onClose={() => add('')} />
    </Page>
  )
}

function Folio({ count }: { count: number }) {
  const unseen = useUnseen().data?.mentions ?? 0
  return (
    <>
      <Plural value={count} one="# query" other="# queries" />
      {unseen > 0 && (
        <>
          {' · '}
          <Plural value={unseen} one="# mention not seen" other="# mentions not seen" />
        </>
      )}
    </>
  )
}
