import { Trans } from '@lingui/react/macro'
import { ExternalLink } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import type { ConnectorView } from '#domain/channels/api.ts'
import type { AppView } from '#domain/channels/apps/api.ts'
import { useText } from '#web/shell/text.ts'
import { CopiedAddress } from './copied-address.tsx'

type App = NonNullable<ConnectorView['connect']['app']>

/** How to register the company's app on the network, in the network's own words. */
export function AppSteps({ app, view, title }: { app: App; view: AppView; title?: ReactNode }) {
  const say = useText()
  return (
    <div>
      <h3 className="mb-2 font-semibold">{title ?? <Trans>Register the app</Trans>}</h3>
      <ol className="space-y-3">
        {app.steps.map((step, index) => (
          <li key={step.text.en} className="flex gap-3">
            <span
              aria-hidden
              className="grid size-6 shrink-0 place-items-center rounded-full border border-rule-strong text-xs font-semibold"
            >
              {index + 1}
            </span>
            <div className="min-w-0 flex-1">
              <Step words={say(step.text)} view={view} />
              {step.url && <Page url={step.url} />}
            </div>
          </li>
        ))}
      </ol>
      {app.scopes.length > 0 && (
        <>
          <h3 className="mt-6 mb-2 font-semibold">
            <Trans>What it may do, and why</Trans>
          </h3>
          <dl className="divide-y divide-rule border-y border-rule">
            {app.scopes.map(({ name, why }) => (
              <div key={name} className="py-2">
                <dt>
                  <code className="text-sm break-all">{name}</code>
                </dt>
                <dd className="text-sm text-ink-2">{say(why)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {app.review && (
        <>
          <h3 className="mt-6 mb-2 font-semibold">
            <Trans>The network’s review</Trans>
          </h3>
          <p className="text-ink-2">{say(app.review)}</p>
        </>
      )}
    </div>
  )
}

/** A sentence whose holes are addresses of this desk. */
function Step({ words, view }: { words: string; view: AppView }) {
  const addresses: Record<string, string> = {
    '{redirectUri}': view.redirectUri,
    '{webhookUri}': view.webhookUri,
    '{verifyToken}': view.verifyToken,
  }
  return (
    <p>
      {words.split(/(\{redirectUri\}|\{webhookUri\}|\{verifyToken\})/).map((part, index) => {
        const address = addresses[part]
        return (
          // Pieces of one sentence, never moved.
          <Fragment key={index}>
            {address === undefined ? part : <CopiedAddress address={address} />}
          </Fragment>
        )
      })}
    </p>
  )
}

function Page({ url }: { url: string }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener"
      className="mt-1 inline-flex min-h-6 items-center gap-1.5 text-accent underline underline-offset-2"
    >
      <span className="break-all">{new URL(url).host}</span>
      <ExternalLink size={14} strokeWidth={1.5} aria-hidden className="shrink-0" />
    </a>
  )
}
