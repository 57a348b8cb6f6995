import { useCompany } from '#web/api/index.ts'

/** Whether this person's role writes posts; the desk decides again when something is sent. */
export function useMayWrite(): boolean {
  const { role } = useCompany()
  return role !== 'reviewer' && role !== 'analyst'
}
