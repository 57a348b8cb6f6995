import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import type { Role, RoleView } from '#domain/governance/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { useScopes } from '#web/screens/settings/scopes.ts'
import { Page, QueryView } from '#web/ui/index.ts'
import { ROLES, useRoleWords } from './role-words.ts'

/** What each role may do, in words: the same table the door asks. */
export default function RolesScreen() {
  const { t } = useLingui()
  const { id } = useCompany()
  const roles = useQuery({
    queryKey: ['roles', id],
    queryFn: ({ signal }) => api.get<RoleView[]>('/roles', { signal }),
  })
  return (
    <Page title={t`Roles`} back={{ to: '/settings', label: t`Settings` }}>
      <Hints />
      <QueryView query={roles}>{(list) => <RightsTable roles={list} />}</QueryView>
    </Page>
  )
}

function Hints() {
  const words = useRoleWords()
  return (
    <dl className="mb-8 max-w-2xl border-t border-ink">
      {ROLES.map((role) => (
        <div
          key={role}
          className="flex gap-4 border-b border-rule py-2 max-sm:flex-col max-sm:gap-0"
        >
          <dt className="w-40 shrink-0 font-medium">{words[role].name}</dt>
          <dd className="text-ink-2">{words[role].hint}</dd>
        </div>
      ))}
    </dl>
  )
}

function RightsTable({ roles }: { roles: RoleView[] }) {
  const { t } = useLingui()
  const words = useRoleWords()
  const scopes = useScopes()
  const may = (role: Role, scope: string) =>
    roles.some((one) => one.role === role && one.scopes.some((given) => given === scope))
  return (
    <div
      className="max-w-4xl overflow-x-auto"
      tabIndex={0}
      role="region"
      aria-label={t`Permissions by role`}
    >
      <table className="w-full border-collapse">
        <caption className="pb-2 text-left font-semibold">
          <Trans>Permissions by role</Trans>
        </caption>
        <thead>
          <tr className="border-b border-ink text-left text-xs text-ink-2">
            <th scope="col" className="py-1.5 pr-4 font-medium">
              <Trans>Permission</Trans>
            </th>
            {ROLES.map((role) => (
              <th key={role} scope="col" className="px-2 py-1.5 text-center font-medium">
                {words[role].name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scopes.map(({ scope, label }) => (
            <tr key={scope} className="border-b border-rule">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                {label}
              </th>
              {ROLES.map((role) => (
                <td key={role} className="px-2 py-1.5 text-center">
                  {may(role, scope) ? (
                    <Check size={16} strokeWidth={1.5} className="inline" aria-label={t`yes`} />
                  ) : (
                    <span className="text-ink-3" aria-label={t`no`}>
                      –
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
