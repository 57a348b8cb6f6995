import { Plural, Trans } from '@lingui/react/macro'
import type { TopicsView } from '#domain/listening/topics/api.ts'

/** Why nothing is told, and when it will be. */
export function CannotTell({ view, of }: { view: TopicsView; of: 'mentions' | 'heard' }) {
  return (
    <div className="border-t border-ink pt-3">
      <p className="font-medium">
        <Trans>We cannot tell yet.</Trans>
      </p>
      <p className="max-w-prose text-ink-2">
        {view.state === 'too-early' ? (
          <Trans>
            It takes two weeks of listening, with five posts or more in each period, to know what is
            usual.
          </Trans>
        ) : of === 'mentions' ? (
          <Trans>No mention in the last five weeks.</Trans>
        ) : (
          <Trans>
            Nothing was heard outside your queries. Add feeds from your industry in Listening: what
            rises in them will show here.
          </Trans>
        )}
      </p>
      {view.state === 'too-early' && view.sourcesTooNew > 0 && (
        <p className="max-w-prose text-ink-2">
          <Plural
            value={view.sourcesTooNew}
            one="# source is too new to be compared: it counts after two weeks."
            other="# sources are too new to be compared: they count after two weeks."
          />
        </p>
      )}
    </div>
  )
}
