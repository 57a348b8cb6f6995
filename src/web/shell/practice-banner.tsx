import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { setCurrentCompanyId } from '../api/current-company.ts'
import { type Company, sessionQuery, useSession } from '../api/session.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'

/** On every screen of the practice company: nothing here is real, and how to be rid of it. */
export function PracticeBanner({ company: { name } }: { company: Company }) {
  const { t } = useLingui()
  const [asking, ask] = useState(false)
  const remove = useRemovePractice()
  return (
    <>
      <Banner
        kind="wait"
        label={t`Practice company`}
        action={
          <Button
            kind="quiet"
            size="sm"
            aria-label={t`Delete the practice company`}
            onClick={() => ask(true)}
          >
            <span className="md:hidden">
              <Trans>Delete</Trans>
            </span>
            <span className="max-md:hidden">
              <Trans>Delete the practice company</Trans>
            </span>
          </Button>
        }
      >
        <strong className="font-semibold">
          <Trans>Practice company.</Trans>
        </strong>{' '}
        <span className="max-md:sr-only">
          <Trans>People, posts and figures are invented; nothing leaves Vigie.</Trans>
        </span>
      </Banner>
      <Confirm
        open={asking}
        onClose={() => ask(false)}
        title={t`Delete ${name}?`}
        action={t`Delete the practice company`}
        danger
        onConfirm={remove}
      >
        <p>
          <Trans>
            Its posts, conversations and figures are removed for good; this cannot be undone. Your
            real companies and accounts are not touched, and you can open a new practice company at
            any time.
          </Trans>
        </p>
      </Confirm>
    </>
  )
}

function useRemovePractice(): () => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { companies } = useSession()
  return async () => {
    await client.cancelQueries()
    await api.delete('/practice')
    setCurrentCompanyId(null)
    // Without another company there is no desk to show.
    if (companies.length === 1) return location.assign('/welcome')
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
    await navigate({ to: '/calendar' })
  }
}
