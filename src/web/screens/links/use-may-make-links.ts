import { useCompany } from '#web/api/index.ts'

/** Whether this person's role makes links; the desk decides again when one is sent. */
export function useMayMakeLinks(): boolean {
  const { role } = useCompany()
  return role === 'owner' || role === 'manager' || role === 'editor'
}
