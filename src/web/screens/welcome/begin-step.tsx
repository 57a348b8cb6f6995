import { Trans } from '@lingui/react/macro'
import { Plug, Sprout } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, LinkButton, ProblemMessage } from '#web/ui/index.ts'
import { usePractice } from './use-practice.ts'

/** The two ways in: a real account, or ninety invented days. */
export function BeginStep() {
  const practice = usePractice()
  return (
    <div className="border-t border-ink">
      <Way
        icon={Plug}
        title={<Trans>Connect an account</Trans>}
        action={
          <LinkButton kind="solid" to="/channels" search={{ connect: 'yes' }}>
            <Trans>Choose a network</Trans>
          </LinkButton>
        }
      >
        <Trans>Your posts, their figures and the replies to them, from your own accounts.</Trans>
      </Way>
      <Way
        icon={Sprout}
        title={<Trans>Open the practice company</Trans>}
        action={
          <Button busy={practice.isPending} onClick={() => practice.mutate()}>
            {practice.isPending ? <Trans>Inventing 90 days…</Trans> : <Trans>Open it</Trans>}
          </Button>
        }
      >
        <Trans>
          A shop with 90 days of posts, conversations and figures, all invented. Nothing leaves
          Vigie, and one click deletes it.
        </Trans>
        {practice.isError && <ProblemMessage problem={practice.error} className="mt-3" />}
      </Way>
      <p className="mt-4">
        <LinkButton kind="quiet" to="/calendar" className="-ml-3">
          <Trans>Go straight to the calendar</Trans>
        </LinkButton>
      </p>
    </div>
  )
}

interface WayProps {
  icon: LucideIcon
  title: ReactNode
  action: ReactNode
  children: ReactNode
}

function Way({ icon: Icon, title, action, children }: WayProps) {
  return (
    <section className="flex gap-4 border-b border-rule py-5">
      <Icon size={20} strokeWidth={1.5} aria-hidden className="mt-0.5 shrink-0 text-ink-2" />
      <div>
        <h2 className="text-lg font-semibold">{title}</h2>
        <div className="mt-1 mb-3 text-ink-2">{children}</div>
        {action}
      </div>
    </section>
  )
}
