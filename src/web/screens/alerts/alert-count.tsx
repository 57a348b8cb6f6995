import { Plural, Trans } from '@lingui/react/macro'
import type { AlertDetail } from '#domain/listening/alerts/api.ts'
import { useFormat } from '#web/ui/index.ts'
import { useOver } from './use-over.ts'
import { useRiskWords } from './use-risk-words.ts'

/** What rang, in one line, and how to take it. */
export function AlertCount({ alert }: { alert: AlertDetail }) {
  return alert.risk === null ? <Counted alert={alert} /> : <Posts alert={alert} risk={alert.risk} />
}

function Posts({ alert, risk }: { alert: AlertDetail; risk: NonNullable<AlertDetail['risk']> }) {
  const { like } = useRiskWords()[risk]
  return (
    <>
      <p className="title-serif text-2xl">
        <Plural
          value={alert.count}
          one={`# post reads like ${like}`}
          other={`# posts read like ${like}`}
        />
      </p>
      <p className="mt-1 text-sm text-ink-2">
        <Trans>
          Found by “{alert.query.name}”. Vigie reads words, not intentions: look at the post before
          you act.
        </Trans>
      </p>
    </>
  )
}

function Counted({ alert: { subject, scale, count, expected, alarm } }: { alert: AlertDetail }) {
  const f = useFormat()
  const over = useOver(scale)
  const usual = f.number(expected < 10 ? Math.round(expected * 10) / 10 : Math.round(expected))
  return (
    <>
      <p className="title-serif text-2xl">
        {subject === 'all' ? (
          <Trans>
            {f.number(count)} mentions {over}; usually {usual}
          </Trans>
        ) : (
          <Trans>
            {f.number(count)} worrying mentions {over}; usually {usual}
          </Trans>
        )}
      </p>
      {subject === 'worrying' && (
        <p className="mt-1 text-sm text-ink-2">
          <Trans>Worrying: their opinion is negative, or they carry a risk.</Trans>
        </p>
      )}
      <p className="mt-1 text-sm text-ink-2">
        <Trans>It goes off at {f.number(alarm)}.</Trans>
      </p>
    </>
  )
}
