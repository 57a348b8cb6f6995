import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import type { ReviewView } from '#domain/publishing/approvals/outside/api.ts'
import { ApiProblem } from '#web/api/index.ts'
import { speak } from '#web/shell/locale.ts'
import { DateTime, ProblemMessage, Skeleton, TextField } from '#web/ui/index.ts'
import { GiveCode } from './give-code.tsx'
import { type Send, useReview } from './queries.ts'
import { ReviewedPost } from './reviewed-post.tsx'

/** What somebody without an account sees: posts as they will leave, and what to say of them. */
export default function ReviewScreen() {
  const { t } = useLingui()
  const { review: token = '' }: { review?: string } = useParams({ strict: false })
  const { review, send, giveCode } = useReview(token)
  const { error, data } = review
  useEffect(() => {
    document.title = `${t`To approve`} · Vigie`
  }, [t])
  const problem = error instanceof ApiProblem ? error : null
  if (problem?.code === 'review.passcode_needed') {
    return (
      <Sheet title={<Trans>Enter the code</Trans>}>
        <GiveCode give={giveCode} />
      </Sheet>
    )
  }
  if (problem?.code === 'review.link_over' || problem?.code === 'review.no_such_link') {
    return (
      <Sheet title={problem.title}>
        <p className="text-lg text-ink-2">{problem.detail}</p>
      </Sheet>
    )
  }
  if (error) {
    return (
      <Sheet title={<Trans>To approve</Trans>}>
        <ProblemMessage problem={error} retry={() => void review.refetch()} />
      </Sheet>
    )
  }
  if (!data) {
    return (
      <Sheet title={<Trans>To approve</Trans>}>
        <Skeleton rows={3} height={120} />
      </Sheet>
    )
  }
  return <Review view={data} send={send} />
}

function Review({ view, send }: { view: ReviewView; send: Send }) {
  const { t } = useLingui()
  const [name, setName] = useState(view.guestName)
  return (
    <Sheet
      title={<Trans>Posts of {view.company}</Trans>}
      lead={
        <Plural
          value={view.posts.length}
          _0="Nothing to read here now."
          one="Read it as it will be published, then say what you think. You need no account."
          other="# posts to read as they will be published. You need no account."
        />
      }
      foot={
        <Trans>
          This link works until <DateTime at={view.expiresAt} style="date" />.
        </Trans>
      }
    >
      {!view.guestName && view.posts.length > 0 && (
        <TextField
          className="mb-5 max-w-80"
          label={t`Your name`}
          optional
          autoComplete="name"
          value={name}
          onValue={setName}
        />
      )}
      <div className="border-t border-ink">
        {view.posts.map((post) => (
          <ReviewedPost key={post.postId} {...{ post, send, name }} />
        ))}
      </div>
    </Sheet>
  )
}

interface SheetProps {
  title: ReactNode
  lead?: ReactNode
  foot?: ReactNode
  children: ReactNode
}

/** A bare page: no desk around it. */
function Sheet({ title, lead, foot, children }: SheetProps) {
  const { i18n } = useLingui()
  const other = i18n.locale === 'fr' ? 'en' : 'fr'
  return (
    <main className="mx-auto min-h-dvh max-w-3xl px-4 pt-6 pb-10 md:px-8 md:pt-12">
      <div className="mb-6 flex items-baseline justify-between gap-4">
        <p className="title-serif text-lg text-ink-2">Vigie</p>
        <button
          type="button"
          lang={other}
          className="min-h-6 text-ink-2 underline decoration-rule-strong underline-offset-4 hover:text-ink pointer-coarse:min-h-11"
          onClick={() => void speak(other)}
        >
          {other === 'en' ? 'English' : 'Français'}
        </button>
      </div>
      <h1 className="title-serif text-3xl">{title}</h1>
      {lead && <p className="mt-2 text-lg text-ink-2">{lead}</p>}
      <div className="mt-6">{children}</div>
      {foot && <p className="mt-6 text-sm text-ink-3">{foot}</p>}
    </main>
  )
}
