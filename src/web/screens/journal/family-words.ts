import { useLingui } from '@lingui/react/macro'

/** The first words of actions, as people name them. What is not known here is shown as it is. */
export function useFamilyWords(): (family: string) => string {
  const { t } = useLingui()
  const words: Record<string, string> = {
    post: t`Posts`,
    delivery: t`Sending`,
    approval: t`Approvals`,
    campaign: t`Campaigns`,
    channel: t`Connected accounts`,
    company: t`Company`,
    conversation: t`Conversations`,
    crisis: t`Holds`,
    experiment: t`Experiments`,
    key: t`API keys`,
    media: t`Pictures`,
    member: t`Members`,
    query: t`Listening queries`,
    source: t`Listening sources`,
  }
  return (family) => words[family] ?? family
}
