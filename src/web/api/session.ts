import { queryOptions, useQuery } from '@tanstack/react-query'
import type { CompanyView, SessionView } from '#domain/governance/api.ts'
import { api } from './api.ts'
import { currentCompanyId } from './current-company.ts'

export type Company = CompanyView
export type Session = SessionView

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => api.get<Session>('/session', { signal, keepUnauthorised: true }),
  staleTime: 5 * 60_000,
})

interface AtTheDesk {
  user: NonNullable<Session['user']>
  /** The desk shown in this tab. */
  company: Company
  companies: Company[]
}

/** Who is signed in and the company shown. For screens inside the shell, where both exist. */
export function useSession(): AtTheDesk {
  const { data } = useQuery(sessionQuery)
  const company = data && chosen(data)
  if (!data?.user || !company) throw new Error('useSession: nobody is at the desk')
  return { user: data.user, companies: data.companies, company }
}

export function useCompany(): Company {
  return useSession().company
}

/** Whether this person may do that here; the desk decides again when it is asked. */
export function useMay(scope: Company['scopes'][number]): boolean {
  return useCompany().scopes.includes(scope)
}

/** The remembered company if the person still belongs to it, else the first; undefined without any. */
export function chosen(session: Session): Company | undefined {
  const id = currentCompanyId()
  return session.companies.find((one) => one.id === id) ?? session.companies[0]
}
