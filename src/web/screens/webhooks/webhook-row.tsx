import { Link } from '@tanstack/react-router'
import type { WebhookView } from '#domain/webhooks/api.ts'
import { WebhookState } from './webhook-state.tsx'

/** A program, where it listens, and whether it does. */
export function WebhookRow({ webhook }: { webhook: WebhookView }) {
  const { id, name, url, events } = webhook
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-rule py-3 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <Link
          to="/webhooks/$webhookId"
          params={{ webhookId: id }}
          className="inline-flex min-h-6 items-center text-lg font-medium underline-offset-2 hover:underline"
        >
          {name}
        </Link>
        <p className="truncate text-sm text-ink-2">{url}</p>
        <p className="text-xs text-ink-3">{events.join(' · ')}</p>
      </div>
      <WebhookState webhook={webhook} />
    </li>
  )
}
