import { Trans, useLingui } from '@lingui/react/macro'
import { Lightbulb } from 'lucide-react'
import type { ChannelView } from '#domain/channels/api.ts'
import { Mark, NetworkStamp } from '#web/ui/index.ts'
import type { Finding } from './findings.ts'

interface ChecksProps {
  findings: readonly Finding[]
  channels: ReadonlyMap<string, ChannelView>
  /** Accounts chosen for the post. */
  chosen: number
  isChecked: boolean
}

/** What the networks would refuse, and what a careful colleague would remark: beside the text, never above it. */
export function Checks({ findings, channels, chosen, isChecked }: ChecksProps) {
  const { t } = useLingui()
  const problems = findings.filter(({ isProblem }) => isProblem)
  return (
    <section aria-label={t`Checks`} aria-live="polite" className="text-sm">
      {chosen === 0 && (
        <p className="text-ink-2">
          <Trans>
            Choose the accounts to publish from: what each network says about it will show here.
          </Trans>
        </p>
      )}
      {chosen > 0 && isChecked && problems.length === 0 && (
        <p className="flex items-baseline gap-2">
          <Mark status="approved" className="shrink-0 self-center" />
          <Trans>Nothing stops it from going out.</Trans>
        </p>
      )}
      <ul className="space-y-2 not-first:mt-2">
        {findings.map((finding) => (
          <li key={finding.sentence} className="flex items-start gap-2">
            {finding.isProblem ? (
              <Mark status="failed" className="mt-[3px] shrink-0" />
            ) : (
              <Lightbulb
                size={14}
                strokeWidth={1.5}
                aria-hidden
                className="mt-[3px] shrink-0 text-ink-3"
              />
            )}
            <p className={finding.isProblem ? 'text-ink' : 'text-ink-2'}>
              {finding.channelIds.map((id) => {
                const channel = channels.get(id)
                return (
                  channel && (
                    <NetworkStamp
                      key={id}
                      stamp={channel.stamp}
                      name={channel.networkName}
                      className="mr-1 align-text-bottom"
                    />
                  )
                )
              })}
              {finding.sentence}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
