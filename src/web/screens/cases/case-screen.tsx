import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link, useParams } from '@tanstack/react-router'
import type { CaseView } from '#domain/cases/api.ts'
import {
  LinkButton,
  NetworkStamp,
  Page,
  QueryView,
  RelativeTime,
  Skeleton,
  WithMargin,
} from '#web/ui/index.ts'
import { AtHand } from '../alerts/at-hand.tsx'
import { CaseFields } from './case-fields.tsx'
import { CaseThread } from './case-thread.tsx'
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
        <LinkButton to="/alerts/$alertId" params={{ alertId: one.alertId } as never}>
          <Trans>See the alert</Trans>
        </LinkButton>
      )}
      <Behind one={one} />
      <Held one={one} />
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
        <Trans>Who is behind it</Trans>
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

function Held({ one: { held, mentions } }: { one: CaseView }) {
  const gone = mentions - held.length
  return (
    <section>
      <h2 className="title-serif text-xl">
        <Trans context="in a case">What was said</Trans>
      </h2>
      <ul className="border-t border-ink">
        {held.map(({ id, source, author, at, title, excerpt, url }) => (
          <li key={id} className="border-b border-rule py-3">
            <p className="flex flex-wrap items-center gap-1.5 text-xs text-ink-2">
              <NetworkStamp stamp={source.stamp} name={source.networkName} />
              <span className="font-medium text-ink">{author?.name || source.name}</span>
              <span aria-hidden>·</span>
              <RelativeTime at={at} />
            </p>
            {title && <p className="font-semibold">{title}</p>}
            <p className="max-w-prose">{excerpt}</p>
            <a
              href={url}
              target="_blank"
              rel="noopener noreferrer"
              className="text-sm text-accent underline"
            >
              <Trans>Open the original</Trans>
            </a>
          </li>
        ))}
      </ul>
      {gone > 0 && (
        <p className="pt-2 text-sm text-ink-2">
          <Plural
            value={gone}
            one="# post is no longer kept."
            other="# posts are no longer kept."
          />
        </p>
      )}
      <p className="pt-2 text-sm">
        <Link to="/listening" className="text-accent underline">
          <Trans>See the mentions</Trans>
        </Link>
      </p>
    </section>
  )
}
