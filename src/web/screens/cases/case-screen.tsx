import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import type { CaseView } from '#domain/cases/api.ts'
import { LinkButton, Page, QueryView, Skeleton, WithMargin } from '#web/ui/index.ts'
import { AtHand } from '../alerts/at-hand.tsx'
import { CaseFields } from './case-fields.tsx'
import { CaseThread } from './case-thread.tsx'
import { HeldMentions } from './held-mentions.tsx'
import { useCase } from './queries.ts'
import { useCaseWords } from './words.ts'

/** One lead or case: what was said, who has it, what was done. */
export default function CaseScreen() {
  const { t } = useLingui()
  const { titleOf, kinds } = useCaseWords()
  const { caseId = '' } = useParams({ strict: false })
  const found = useCase(caseId)
  return (
    <Page
      title={found.data ? titleOf(found.data) : t`Leads and cases`}
      back={{ to: '/cases', label: t`Leads and cases` }}
      folio={found.data && kinds[found.data.kind]}
    >
      <QueryView query={found} skeleton={<Skeleton rows={6} height={48} />}>
        {(one) =>
          one.kind === 'case' ? (
            <WithMargin margin={<AtHand />}>
              <Body one={one} />
            </WithMargin>
          ) : (
            <Body one={one} />
          )
        }
      </QueryView>
    </Page>
  )
}

function Body({ one }: { one: CaseView }) {
  return (
    <div className="space-y-8">
      <CaseFields one={one} />
      {one.alertId && (
        <LinkButton to="/alerts/$alertId" params={{ alertId: one.alertId }}>
          <Trans>See the alert</Trans>
        </LinkButton>
      )}
      <Behind one={one} />
      <HeldMentions one={one} />
      <CaseThread one={one} />
    </div>
  )
}

function Behind({ one: { person } }: { one: CaseView }) {
  if (!person) return null
  const name = [person.name, person.handle].filter(Boolean).join(' · ')
  return (
    <section>
      <h2 className="title-serif text-xl">
        <Trans>The person</Trans>
      </h2>
      {person.profileUrl ? (
        <a
          href={person.profileUrl}
          target="_blank"
          rel="noopener noreferrer"
          className="text-accent underline"
        >
          {name}
        </a>
      ) : (
        <p>{name}</p>
      )}
    </section>
  )
}
