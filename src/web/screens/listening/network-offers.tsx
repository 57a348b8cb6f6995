import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OffersView, SourceView } from '#domain/listening/api.ts'
import { api } from '#web/api/index.ts'
import { Button, LinkButton, NetworkStamp, ProblemMessage, useToast } from '#web/ui/index.ts'
import { StreamForm } from './stream-form.tsx'

interface NetworkOffersProps {
  offers: OffersView
  onDone: () => void
}

/** Networks searched through an account that is connected, and those that tell what is new as it comes. */
export function NetworkOffers({ offers: { searches, streams }, onDone }: NetworkOffersProps) {
  return (
    <div className="space-y-8">
      <section aria-labelledby="networks">
        <h3 id="networks" className="title-serif mb-1 text-lg">
          <Trans>Networks</Trans>
        </h3>
        <p className="mb-3 text-ink-2">
          <Trans>A network is searched through your account for the words of your queries.</Trans>
        </p>
        {searches.length === 0 ? (
          <LinkButton to="/channels">
            <Trans>Connect an account</Trans>
          </LinkButton>
        ) : (
          <ul className="border-t border-rule">
            {searches.map((offer) => (
              <SearchOffer key={offer.channelId} offer={offer} onDone={onDone} />
            ))}
          </ul>
        )}
      </section>
      {streams.length > 0 && (
        <section aria-labelledby="streams">
          <h3 id="streams" className="title-serif mb-1 text-lg">
            <Trans>Live</Trans>
          </h3>
          <p className="mb-3 text-ink-2">
            <Trans>Heard as it is said, and read here: only what your queries find is kept.</Trans>
          </p>
          <ul className="border-t border-rule">
            {streams.map((stream) => (
              <StreamForm key={stream.connectorId} stream={stream} onDone={onDone} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

interface SearchOfferProps {
  offer: OffersView['searches'][number]
  onDone: () => void
}

function SearchOffer({ offer, onDone }: SearchOfferProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const { networkName, stamp, handle, connectorId, channelId } = offer
  const add = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const { name } = await api.post<SourceView>('/sources', { connectorId, channelId })
      await client.invalidateQueries({ queryKey: ['mentions'] })
      toast({ text: t`${name} is listened to.` })
      onDone()
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <li className="border-b border-rule py-3">
      <div className="flex items-center gap-2.5">
        <NetworkStamp stamp={stamp} name={networkName} size="md" />
        <div className="min-w-0 flex-1">
          <p className="font-semibold">{networkName}</p>
          <p className="truncate text-xs text-ink-2">
            <Trans>through {handle}</Trans>
          </p>
        </div>
        <Button busy={busy} onClick={() => void add()} aria-label={t`Listen to ${networkName}`}>
          <Trans>Listen</Trans>
        </Button>
      </div>
      {problem !== null && <ProblemMessage problem={problem} className="mt-3" />}
    </li>
  )
}
