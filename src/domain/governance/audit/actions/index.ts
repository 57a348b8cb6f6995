import { alertsActions } from './alerts.ts'
import { approvalsActions } from './approvals.ts'
import { casesActions } from './cases.ts'
import { companyActions } from './company.ts'
import { networksActions } from './networks.ts'
import { planningActions } from './planning.ts'
import { postsActions } from './posts.ts'

/** What the journal can hold: an action without a sentence does not compile. */
export const actions = {
  ...companyActions,
  ...networksActions,
  ...postsActions,
  ...approvalsActions,
  ...planningActions,
  ...alertsActions,
  ...casesActions,
}

/** `<what>.<happened>` */
export type AuditAction = keyof typeof actions

/** What an action is about: the journal is filtered by it. */
export type AuditFamily = AuditAction extends `${infer Family}.${string}` ? Family : never
