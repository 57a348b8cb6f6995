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

/** Networks searched through an account that is connected, communities to follow, and networks that tell what is new as it comes. */
export function NetworkOffers({
  offers: { searches, places, streams },
  onDone,
}: NetworkOffersProps) {
  return (
    <div className="space-y-8">
      <section aria-labelledby="networks">
        <h3 id="networks" className="title-serif mb-1 text-lg">
          <Trans>Networks</Trans>
        </h3>
        <p className="mb-3 text-ink-2">
          <Trans>Networks are searched through your account for the words in your queries.</Trans>
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
      {places.length > 0 && (
        <section aria-labelledby="places">
          <h3 id="places" className="title-serif mb-1 text-lg">
            <Trans>Communities</Trans>
          </h3>
          <p className="mb-3 text-ink-2">
            <Trans>Posts there are read here: only what your queries find is kept.</Trans>
          </p>
          <ul className="border-t border-rule">
            {places.map((place) => (
              <StreamForm key={place.connectorId} stream={place} live={false} onDone={onDone} />
            ))}
          </ul>
        </section>
      )}
      {streams.length > 0 && (
        <section aria-labelledby="streams">
          <h3 id="streams" className="title-serif mb-1 text-lg">
            <Trans>Live</Trans>
          </h3>
          <p className="mb-3 text-ink-2">
            <Trans>Heard live and read here: only what your queries find is kept.</Trans>
          </p>
          <ul className="border-t border-rule">
            {streams.map((stream) => (
              <StreamForm key={stream.connectorId} live {...{ stream, onDone }} />
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
      toast({ text: t`Now listening to ${name}.` })
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
            <Trans>via {handle}</Trans>
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
