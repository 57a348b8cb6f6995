import { Plural, Trans } from '@lingui/react/macro'
import type { TopicsView } from '#domain/listening/topics/api.ts'

/** Why nothing is told, and when it will be. */
export function CannotTell({ view, of }: { view: TopicsView; of: 'mentions' | 'heard' }) {
  return (
    <div className="max-w-prose border-t border-ink pt-3">
      <p className="font-medium">
        <Trans>We cannot tell yet.</Trans>
      </p>
      <p className="text-ink-2">
        {view.state === 'too-early' ? (
          <Trans>
            It takes two weeks of listening, with five posts or more in each period, to know what is
            usual.
          </Trans>
        ) : of === 'mentions' ? (
          <Trans>No mention in the last five weeks.</Trans>
        ) : (
          <Trans>
            Nothing was heard beside your queries. Add feeds of your trade in Listening: what rises
            in them will show here.
          </Trans>
        )}
      </p>
      {view.state === 'too-early' && view.sourcesTooNew > 0 && (
        <p className="text-ink-2">
          <Plural
            value={view.sourcesTooNew}
            one="# source is too new to be compared: it joins after two weeks."
            other="# sources are too new to be compared: they join after two weeks."
          />
        </p>
      )}
    </div>
  )
}
