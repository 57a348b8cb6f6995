import { Trans, useLingui } from '@lingui/react/macro'
import { Moon, Sun } from 'lucide-react'
import { type ComponentType, useDeferredValue, useEffect, useState } from 'react'
import type { PreviewProps } from '#connectors/_contract/preview.ts'
import type { TextRules } from '#connectors/_contract/text-rules.ts'
import type { ChannelView, ConnectorView } from '#domain/channels/api.ts'
import type { DepartureView, MediaView } from '#domain/publishing/api.ts'
import { loadConnectorWeb } from '#web/shell/index.ts'
import { IconButton, NetworkStamp, Skeleton, Tabs, useFormat } from '#web/ui/index.ts'
import { chainFor, type Draft } from './draft.ts'
import type { Departing } from '../library/framing/framing.tsx'
import { PlainPreview } from './plain-preview.tsx'
import { PreviewThread } from './preview-thread.tsx'

interface PreviewsProps {
  draft: Draft
  channels: readonly ChannelView[]
  media: ReadonlyMap<string, MediaView>
  rules: ReadonlyMap<string, TextRules>
  connectors: ReadonlyMap<string, ConnectorView>
  departingOf: (mediaId: string) => Departing[]
  /** When it would be seen first. */
  now: Date
}

/** What a network takes until its manifest has come. */
const EVERYTHING = { thread: true, comment: true }

/** The post as each network will show it, one tab per account. */
export function Previews(props: PreviewsProps) {
  const { draft, channels, media, rules, connectors, departingOf, now } = props
  const { t } = useLingui()
  const [picked, pick] = useState('')
  const [theme, setTheme] = useState<'light' | 'dark'>(() =>
    document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light',
  )
  const shown = useDeferredValue(draft)
  const value = channels.some(({ id }) => id === picked) ? picked : (channels[0]?.id ?? '')
  if (channels.length === 0) return null
  return (
    <section aria-label={t`Previews`} className="relative">
      <IconButton
        size="sm"
        label={theme === 'dark' ? t`Preview in light` : t`Preview in dark`}
        icon={theme === 'dark' ? Sun : Moon}
        onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
        className="absolute top-1 right-0 z-10"
      />
      <Tabs
        label={t`Previews`}
        className="[&_[role=tablist]]:mr-9"
        value={value}
        onValue={pick}
        tabs={channels.map((channel) => ({
          value: channel.id,
          label: (
            <>
              <NetworkStamp stamp={channel.stamp} name={channel.networkName} />
              {channels.length < 3 && (
                <span className="max-w-32 truncate">
                  {channels.every(
                    (one) => one === channel || one.networkName !== channel.networkName,
                  )
                    ? channel.networkName
                    : channel.handle}
                </span>
              )}
            </>
          ),
          panel:
            channel.id === value ? (
              <Preview
                {...{ channel, media, departingOf, now, theme }}
                draft={shown}
                rules={rules.get(channel.looksLike)}
                takes={connectors.get(channel.connectorId)?.follow ?? EVERYTHING}
              />
            ) : null,
        }))}
      />
    </section>
  )
}

interface PreviewOfProps {
  channel: ChannelView
  draft: Draft
  media: ReadonlyMap<string, MediaView>
  rules: TextRules | undefined
  /** What the account may say under its own post. */
  takes: ConnectorView['follow']
  departingOf: (mediaId: string) => Departing[]
  now: Date
  theme: 'light' | 'dark'
}

function Preview(props: PreviewOfProps) {
  const { channel, draft, media, rules, takes, departingOf, now, theme } = props
  const f = useFormat()
  const network = usePreview(channel.looksLike)
  const { displayName, handle, avatarUrl } = channel
  const imagesOf = (mediaIds: readonly string[]) =>
    mediaIds.flatMap((id) => {
      const one = media.get(id)
      const { departure: cut } = departingOf(id).find((one) => one.channel.id === channel.id) ?? {}
      return one ? [imageOf(one, cut)] : []
    })
  const said = chainFor(draft, channel.id, takes).map(({ kind, text, mediaIds }) => ({
    kind,
    text,
    images: imagesOf(mediaIds),
  }))
  if (said.length === 0) {
    return (
      <p className="text-sm text-ink-3">
        <Trans>It will show here as people will see it.</Trans>
      </p>
    )
  }
  if (!network) return <Skeleton rows={3} height={40} />
  return (
    <PreviewThread
      {...{ said, rules, network, now, theme }}
      account={{ displayName, handle, ...(avatarUrl ? { avatarUrl } : {}) }}
      options={draft.variants.find(({ channelId }) => channelId === channel.id)?.options ?? {}}
      locale={f.locale === 'fr' ? 'fr' : 'en'}
    />
  )
}

/** Cut, a picture is shown as it leaves; else as it is, around its point where the network cuts. */
const imageOf = (
  { kind, url, thumbnailUrl, alt, focal }: MediaView,
  cut: DepartureView | undefined,
) =>
  kind === 'video'
    ? { url: thumbnailUrl, alt }
    : cut?.crop
      ? { url: cut.url, alt }
      : { url, alt, ...(focal ? { focal } : {}) }

const known = new Map<string, ComponentType<PreviewProps>>()

/** The preview a connector brings, else its text alone; null while it is fetched. */
function usePreview(connectorId: string): ComponentType<PreviewProps> | null {
  const [loaded, setLoaded] = useState(() => new Map(known))
  useEffect(() => {
    let gone = false
    if (known.has(connectorId)) return
    void loadConnectorWeb(connectorId)
      .catch(() => null)
      .then((web) => {
        const brought = web?.['Preview']
        known.set(
          connectorId,
          typeof brought === 'function' ? (brought as ComponentType<PreviewProps>) : PlainPreview,
        )
        if (!gone) setLoaded(new Map(known))
      })
    return () => {
      gone = true
    }
  }, [connectorId])
  return loaded.get(connectorId) ?? null
}
