import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { WaitingItem } from '#domain/publishing/waiting/api.ts'
import { LinkButton, Mark } from '#web/ui/index.ts'

/** Above the calendar: so many posts leave only when a person says so. */
export function WaitingStrip({ items }: { items: readonly WaitingItem[] }) {
  const { t } = useLingui()
  const late = items.filter(({ isLate }) => isLate).length
  return (
    <section
      aria-label={t`Waiting for you`}
      className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 border-y border-l-2 border-rule border-l-wait px-3 py-1.5 text-sm"
    >
      <Mark status="held" className="shrink-0" />
      <p className="min-w-0 flex-1 max-md:basis-[80%]">
        <span className="font-medium">
          <Plural
            value={items.length}
            one="# post is waiting for your decision."
            other="# posts are waiting for your decision."
          />
        </span>{' '}
        {late > 0 && (
          <span className="text-ink-2">
            <Trans>Their time passed and nothing went out: publish, move or drop them.</Trans>
          </span>
        )}
      </p>
      <LinkButton size="sm" to="/calendar/waiting">
        <Trans>Decide</Trans>
      </LinkButton>
    </section>
  )
}
