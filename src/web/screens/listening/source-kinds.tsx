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
  const { feeds, openSearches, ourAccounts } = offers
  return (
    <Choice
      legend={t`What do you want to listen to?`}
      value={kind}
      onValue={choose}
      options={[
        ...feeds.map(({ connectorId, isFeedReader, called, networkName, description }) => ({
          value: connectorId,
          label: isFeedReader
            ? t`A website or a feed`
            : inAList(called ? say(called) : networkName),
          hint: isFeedReader
            ? t`A newspaper, a blog, a YouTube channel, a Google alert`
            : say(description),
        })),
        ...(ourAccounts
          ? [
              {
                value: 'our-accounts',
                label: t`Our accounts`,
                hint: t`The comments and public mentions they receive`,
              },
            ]
          : []),
        {
          value: 'network',
          label: t`A network`,
          hint: t`By search through your account, by community, or live`,
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

const inAList = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
