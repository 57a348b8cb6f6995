import { useLingui } from '@lingui/react/macro'
import type { OffersView } from '#domain/listening/api.ts'
import { useText } from '#web/shell/text.ts'
import { Choice } from '#web/ui/index.ts'

interface SourceKindsProps {
  offers: OffersView
  kind: string
  choose: (kind: string) => void
}

/** What there is to listen to, one of a few: its form comes below. */
export function SourceKinds({ offers, kind, choose }: SourceKindsProps) {
  const { t } = useLingui()
  const say = useText()
  const { feeds, openSearches } = offers
  const several = feeds.length > 1
  return (
    <Choice
      legend={t`What do you want to listen to?`}
      value={kind}
      onValue={choose}
      options={[
        ...feeds.map((feed) => ({
          value: feed.connectorId,
          label: several ? feed.networkName : t`A website or a feed`,
          hint: several
            ? say(feed.description)
            : t`A newspaper, a blog, a YouTube channel, an alert of Google`,
        })),
        {
          value: 'network',
          label: t`A network`,
          hint: t`Searched through your account, or heard live`,
        },
        ...openSearches.map(({ connectorId, networkName, description }) => ({
          value: connectorId,
          label: networkName,
          hint: say(description),
        })),
        {
          value: 'file',
          label: t`A file`,
          hint: t`Mentions exported from another tool (CSV)`,
        },
      ]}
    />
  )
}
