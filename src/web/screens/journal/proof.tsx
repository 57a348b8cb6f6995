import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { AuditVerdict } from '#domain/governance/audit/api.ts'
import { api } from '#web/api/index.ts'
import { Button, ProblemMessage } from '#web/ui/index.ts'

/** Walks the chain now, and says what it proves and what it does not. */
export function Proof() {
  const { t } = useLingui()
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const verify = async () => {
    setBusy(true)
    setProblem(null)
    try {
      setVerdict(await api.get<AuditVerdict>('/audit/verification'))
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section
      aria-label={t`Verification`}
      className="mt-8 border-t border-rule pt-4 text-sm text-ink-2"
    >
      <p className="max-w-2xl">
        <Trans>
          Each entry carries a fingerprint of itself and of the one before it: a change, a removal
          or an insertion breaks the chain.
        </Trans>
      </p>
      <Button size="sm" className="mt-2" busy={busy} onClick={() => void verify()}>
        <Trans>Verify the chain</Trans>
      </Button>
      <div aria-live="polite" className="mt-3">
        {verdict && <Told verdict={verdict} />}
      </div>
      {problem !== null && <ProblemMessage problem={problem} />}
    </section>
  )
}

function Told({ verdict: { intact, broken, head } }: { verdict: AuditVerdict }) {
  if (broken) {
    const { seq } = broken
    return (
      <p className="font-medium text-bad">
        <Trans>The chain is broken at entry {seq}: something was changed, added or removed.</Trans>
      </p>
    )
  }
  return (
    <>
      <p className="font-medium text-good">
        <Plural value={intact} one="Whole: # entry." other="Whole: # entries." />
      </p>
      <p className="mt-1 max-w-2xl">
        <Trans>
          Note this line outside Vigie: it also exposes anyone who rewrites the whole journal.
        </Trans>{' '}
        <code className="break-all text-ink">
          {head.seq}:{head.hash}
        </code>
      </p>
    </>
  )
}
