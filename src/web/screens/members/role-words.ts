import { useLingui } from '@lingui/react/macro'
import type { Role } from '#domain/governance/api.ts'

interface RoleWords {
  name: string
  /** What one does in it. */
  hint: string
}

/** The roles in words, the one that may do most first. */
export function useRoleWords(): Record<Role, RoleWords> {
  const { t } = useLingui()
  return {
    owner: { name: t`Owner`, hint: t`Everything, including the other owners.` },
    manager: { name: t`Manager`, hint: t`Everything except what concerns owners.` },
    editor: {
      name: t`Editor`,
      hint: t`Writes, publishes, answers, and can hold everything.`,
    },
    contributor: {
      name: t`Contributor`,
      hint: t`Writes and schedules; where approval is required, someone else approves it.`,
    },
    reviewer: { name: t`Reviewer`, hint: t`Reads, comments and approves; writes nothing.` },
    analyst: { name: t`Analyst`, hint: t`Reads posts and figures.` },
  }
}

export const ROLES: readonly Role[] = [
  'owner',
  'manager',
  'editor',
  'contributor',
  'reviewer',
  'analyst',
]

/** Whether rights of this role can be limited to some accounts: those who write for some of them only. */
export const mayBeLimited = (role: Role) => role !== 'owner' && role !== 'manager'
