import { useLingui } from '@lingui/react/macro'
import type { AuditFamily } from '#domain/governance/audit/api.ts'

/** What actions are about, as people name it. What an earlier Vigie wrote and this one does not is shown as it is. */
export function useFamilyWords(): (family: string) => string {
  const { t } = useLingui()
  const words: Record<AuditFamily, string> = {
    alert: t`Alerts`,
    app: t`App keys`,
    approval: t`Approvals`,
    'approval-rule': t`Approval rules`,
    assistant: t`Help with writing`,
    calendar_feed: t`Calendar addresses`,
    campaign: t`Campaigns`,
    case: t`Leads and cases`,
    channel: t`Connected accounts`,
    company: t`Company`,
    conversation: t`Conversations`,
    crisis: t`Holds`,
    delivery: t`Sending`,
    duel: t`Product duels`,
    embargo: t`Embargoes`,
    evergreen: t`The shelf`,
    experiment: t`Experiments`,
    feed_rule: t`Posts from feeds`,
    figures: t`Figures entered by hand`,
    hint: t`Writing hints`,
    import: t`Imports`,
    key: t`API keys`,
    links: t`Link tags`,
    media: t`Pictures`,
    member: t`Members`,
    mention: t`Mentions`,
    phrase: t`Ready-made texts`,
    post: t`Posts`,
    practice: t`Practice failures`,
    publishing: t`Missed posts`,
    query: t`Listening queries`,
    recurrence: t`Series`,
    'review-link': t`Outside review`,
    slots: t`Queue times`,
    source: t`Listening sources`,
    subscriber: t`People on a list`,
    subscribers: t`People imported`,
    task: t`Posts by hand`,
    visits: t`Visits`,
    webhook: t`Webhooks`,
  }
  return (family) => (words as Record<string, string>)[family] ?? family
}
