import { useLingui } from '@lingui/react/macro'
import type { Scope } from '#platform/http/route.ts'

/** Every right a key may hold, in words. The type makes a new right fail here until it has its words. */
export function useScopes(): { scope: Scope; label: string }[] {
  const { t } = useLingui()
  const labels: Record<Scope, string> = {
    'posts:read': t`Read posts`,
    'posts:write': t`Write and schedule posts`,
    'posts:publish': t`Publish without approval`,
    'posts:approve': t`Approve posts`,
    'channels:read': t`Read connected accounts`,
    'channels:write': t`Connect and disconnect accounts`,
    'inbox:read': t`Read conversations`,
    'inbox:write': t`Reply to conversations`,
    'listening:read': t`Read mentions`,
    'listening:write': t`Change queries and sources`,
    'results:read': t`Read figures`,
    'links:write': t`Make short links`,
    'experiments:write': t`Run experiments`,
    'company:read': t`Read company and members`,
    'company:write': t`Change the company`,
    'members:write': t`Invite and remove members`,
    'crisis:write': t`Hold everything scheduled`,
    'audit:read': t`Read the journal`,
    'webhooks:write': t`Send events to other programs`,
  }
  return (Object.keys(labels) as Scope[]).map((scope) => ({ scope, label: labels[scope] }))
}
