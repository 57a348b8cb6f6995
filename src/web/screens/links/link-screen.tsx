import { Plural, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import type { LinkDetail } from '#domain/links/api.ts'
import { Page, QueryView, Skeleton, useFormat, WithMargin } from '#web/ui/index.ts'
import { CopyAddress } from './copy-address.tsx'
import { LinkDays } from './link-days.tsx'
import { LinkMargin } from './link-margin.tsx'
import { NoPublicAddress, useUnreachable } from './no-public-address.tsx'
import { plainAddress } from './plain-address.ts'
import { useLink } from './queries.ts'
import { VerdictList } from './verdict-list.tsx'

/** One short link: its address, its days, its requests and the reason of each verdict. */
export default function LinkScreen() {
  const { t } = useLingui()
  const { locale } = useFormat()
  const { linkId = '' } = useParams({ strict: false })
  const link = useLink(linkId, locale)
  const view = link.data
  return (
    <Page
      title={view ? t`Short link ${view.code}` : t`Short link`}
      back={{ to: '/links', label: t`Links and clicks` }}
      folio={
        view && (
          <span className="wrap-anywhere">
            {plainAddress(view.target)} ·{' '}
            <Plural
              value={view.clicks.human}
              _0="no click by a person yet"
              one="# click by a person"
              other="# clicks by people"
            />
          </span>
        )
      }
    >
      <QueryView query={link} skeleton={<Skeleton rows={6} height={56} />}>
        {(data) => <Reading link={data} />}
      </QueryView>
    </Page>
  )
}

function Reading({ link }: { link: LinkDetail }) {
  const unreachable = useUnreachable([link])
  return (
    <WithMargin margin={<LinkMargin link={link} />}>
      {unreachable && <NoPublicAddress />}
      <div className="space-y-8">
        <CopyAddress url={link.url} />
        <LinkDays link={link} />
        <VerdictList link={link} />
      </div>
    </WithMargin>
  )
}
