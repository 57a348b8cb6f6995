import { Plural, Trans } from '@lingui/react/macro'
import type { MailingView } from '#domain/subscribers/api.ts'
import { DateTime, QueryView, Skeleton } from '#web/ui/index.ts'
import { useMailings } from './queries.ts'

/** The latest letters, and what became of them. */
export function Mailings({ channelId }: { channelId: string }) {
  const mailings = useMailings(channelId)
  return (
    <section aria-labelledby="letters">
      <h2 id="letters" className="mb-2 text-lg font-medium">
        <Trans>Letters</Trans>
      </h2>
      <QueryView query={mailings} skeleton={<Skeleton rows={2} height={40} />}>
        {(list) =>
          list.length > 0 ? (
            <ul className="border-t border-ink">
              {list.map((mailing) => (
                <MailingRow key={mailing.id} mailing={mailing} />
              ))}
            </ul>
          ) : (
            <p className="text-ink-2">
              <Trans>None sent yet: write one as you write a post, and choose this account.</Trans>
            </p>
          )
        }
      </QueryView>
    </section>
  )
}

function MailingRow({ mailing: { subject, at, stoppedAt, letters } }: { mailing: MailingView }) {
  const { sent, waiting, refused, unknown, dropped } = letters
  return (
    <li className="border-b border-rule py-2">
      <p className="font-medium">{subject}</p>
      <p className="text-sm text-ink-2">
        <DateTime at={at} />
        {' · '}
        <Plural value={sent} one="# letter sent" other="# letters sent" />
        {waiting > 0 && (
          <>
            {' · '}
            <Trans>{waiting} waiting</Trans>
          </>
        )}
        {refused > 0 && (
          <>
            {' · '}
            <Plural value={refused} one="# refused" other="# refused" />
          </>
        )}
        {unknown > 0 && (
          <>
            {' · '}
            <Plural
              value={unknown}
              one="# may have gone out, and is not sent again"
              other="# may have gone out, and are not sent again"
            />
          </>
        )}
        {dropped > 0 && (
          <>
            {' · '}
            <Plural value={dropped} one="# not sent" other="# not sent" />
          </>
        )}
        {stoppedAt && (
          <>
            {' · '}
            <Trans>stopped</Trans>
          </>
        )}
      </p>
    </li>
  )
}
