import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api } from '../api/api.ts'
import { type Session, sessionQuery } from '../api/session.ts'
import { type Locale, speak } from './locale.ts'

/** Changes the language here at once, and in the person's profile for mails and other machines. */
export function useChooseLanguage(): (locale: Locale) => Promise<void> {
  const client = useQueryClient()
  return useCallback(
    async (locale) => {
      await speak(locale)
      const session = client.getQueryData<Session>(sessionQuery.queryKey)
      if (session?.user) {
        const user = { ...session.user, language: locale }
        client.setQueryData(sessionQuery.queryKey, { ...session, user })
        // The choice holds on this machine even when the desk cannot note it.
        await api.patch('/profile', { language: locale }).catch(() => undefined)
      }
      // Sentences chosen by the desk came in the other language.
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
    },
    [client],
  )
}
