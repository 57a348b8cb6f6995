import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Swords } from 'lucide-react'
import type { DuelView } from '#domain/duels/api.ts'
import { EmptyState, LinkButton, Page, QueryView, Skeleton } from '#web/ui/index.ts'
import { DuelRow } from './duel-row.tsx'
import { useDuels } from './queries.ts'

/** What the public was asked to choose between, and what it said. */
export default function DuelsScreen() {
  const { t } = useLingui()
  const duels = useDuels()
  const some = (duels.data?.length ?? 0) > 0
  const open = duels.data?.filter(({ closed }) => !closed).length ?? 0
  return (
    <Page
      title={t`Product duels`}
      back={{ to: '/experiments', label: t`Experiments` }}
      folio={some && <Plural value={open} _0="none open" one="# open" other="# open" />}
      actions={some && <NewDuel />}
    >
      <QueryView query={duels} skeleton={<Skeleton rows={4} height={88} />}>
        {(list) => (list.length === 0 ? <NothingYet /> : <List duels={list} />)}
      </QueryView>
    </Page>
  )
}

function NewDuel() {
  return (
    <LinkButton to="/duels/new" kind="solid" icon={Swords}>
      <Trans>New duel</Trans>
    </LinkButton>
  )
}

function List({ duels }: { duels: DuelView[] }) {
  return (
    <ul className="border-t border-ink">
      {duels.map((duel) => (
        <DuelRow key={duel.id} duel={duel} />
      ))}
    </ul>
  )
}

function NothingYet() {
  return (
    <EmptyState
      title={<Trans>Which would your customers rather have?</Trans>}
      action={<NewDuel />}
      example={
        <p>
          <Trans>Oak or walnut? 24 for oak, 6 for walnut: order the oak.</Trans>
        </p>
      }
    >
      <Trans>
        Show two products side by side and let people choose. When the vote closes, you read what
        they prefer, how sure that is, and what to order, or that nobody can tell yet.
      </Trans>
    </EmptyState>
  )
}
