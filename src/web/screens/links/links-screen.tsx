import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link2 } from 'lucide-react'
import type { LinkView } from '#domain/links/api.ts'
import { useUrlState } from '#web/shell/index.ts'
import { Button, Page, QueryView, Skeleton } from '#web/ui/index.ts'
import { LinksTable } from './links-table.tsx'
import { NewLinkSheet } from './new-link-sheet.tsx'
import { NoPublicAddress, NothingToCount, useUnreachable } from './no-public-address.tsx'
import { NoLinkYet } from './no-link-yet.tsx'
import { useLinks } from './queries.ts'
import { useMayMakeLinks } from './use-may-make-links.ts'

/** Every short link of the company, and who really clicked. */
export default function LinksScreen() {
  const { t } = useLingui()
  const [making, setMaking] = useUrlState('new', '')
  const mayMake = useMayMakeLinks()
  const links = useLinks()
  const all = links.data?.pages.flatMap(({ items }) => items) ?? []
  const make = () => setMaking('1')
  return (
    <Page
      title={t`Links and clicks`}
      back={{ to: '/results', label: t`Results` }}
      folio={all.length > 0 && <Counted links={all} more={links.hasNextPage} />}
      actions={
        mayMake &&
        all.length > 0 && (
          <Button kind="solid" icon={Link2} onClick={make}>
            <Trans>New short link</Trans>
          </Button>
        )
      }
    >
      <QueryView query={links} skeleton={<Skeleton rows={6} height={56} />}>
        {() => <Listed links={all} onMake={mayMake ? make : undefined} />}
      </QueryView>
      {links.hasNextPage && (
        <Button
          kind="quiet"
          className="mt-3"
          busy={links.isFetchingNextPage}
          onClick={() => void links.fetchNextPage()}
        >
          <Trans>Show older links</Trans>
        </Button>
      )}
      <NewLinkSheet open={mayMake && making !== ''} onClose={() => setMaking('')} />
    </Page>
  )
}

function Counted({ links, more }: { links: readonly LinkView[]; more: boolean }) {
  return more ? (
    <Plural value={links.length} one="the latest" other="the # latest" />
  ) : (
    <Plural value={links.length} one="# short link" other="# short links" />
  )
}

interface ListedProps {
  links: readonly LinkView[]
  onMake: (() => void) | undefined
}

function Listed({ links, onMake }: ListedProps) {
  const unreachable = useUnreachable(links)
  if (links.length === 0) return unreachable ? <NothingToCount /> : <NoLinkYet onMake={onMake} />
  return (
    <>
      {unreachable && <NoPublicAddress />}
      <p className="mb-4 max-w-prose text-ink-2">
        <Trans>
          Only people count as clicks; previews, robots and the same person within 30 minutes are
          set apart. A robot that imitates a browser in every respect still passes for a person.
        </Trans>
      </p>
      <LinksTable links={links} />
    </>
  )
}
