import { useLingui } from '@lingui/react/macro'
import { useText } from '#web/shell/index.ts'
import type { MenuEntry } from '#web/ui/index.ts'
import { LABEL_NAMES, LABEL_WORDS } from '../campaigns/labels.ts'
import { useCalendarDesk } from './calendar-desk.ts'
import type { Address } from './use-address.ts'

/** The part of the filters that goes by how posts are filed: campaign and label; and what is chosen of it. */
export function useFilingItems({ campaignId, label, setCampaign, setLabel }: Address): {
  items: MenuEntry[]
  chosen: (string | undefined)[]
} {
  const { t } = useLingui()
  const say = useText()
  const { campaigns } = useCalendarDesk()
  const offered = [...campaigns.values()].filter(
    ({ id, stage }) => id === campaignId || stage === 'running' || stage === 'planned',
  )
  const items: MenuEntry[] = [
    ...(offered.length > 0
      ? [
          'rule' as const,
          { label: t`All campaigns`, checked: campaignId === '', onSelect: () => setCampaign('') },
          ...offered.map(({ id, name }) => ({
            label: name,
            checked: campaignId === id,
            onSelect: () => setCampaign(id),
          })),
        ]
      : []),
    'rule',
    { label: t`All labels`, checked: label === '', onSelect: () => setLabel('') },
    ...LABEL_NAMES.map((name) => ({
      label: say(LABEL_WORDS[name].word),
      checked: label === name,
      onSelect: () => setLabel(name),
    })),
  ]
  const named = LABEL_NAMES.find((name) => name === label)
  return { items, chosen: [campaigns.get(campaignId)?.name, named && say(LABEL_WORDS[named].word)] }
}
