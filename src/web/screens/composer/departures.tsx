import { Trans, useLingui } from '@lingui/react/macro'
import { PenLine, Undo2 } from 'lucide-react'
import { useMemo } from 'react'
import type { TextRules } from '#connectors/_contract/text-rules.ts'
import type { ChannelView } from '#domain/channels/api.ts'
import type { MediaView } from '#domain/publishing/api.ts'
import { Button, cx, Menu, NetworkStamp } from '#web/ui/index.ts'
import { usePassage } from '../writing/passage.ts'
import { type Draft, type Variant, withVariant } from './draft.ts'
import { CompletedText } from './completed-text.tsx'
import { wordDiff } from './word-diff.ts'

interface DeparturesProps {
  draft: Draft
  channels: ReadonlyMap<string, ChannelView>
  media: ReadonlyMap<string, MediaView>
  rules: ReadonlyMap<string, TextRules>
  write: (change: (draft: Draft) => Draft) => void
  disabled: boolean
}

/** Where an account departs from the main text: its own words, shown as a difference, or its own pictures. */
export function Departures({ draft, channels, media, rules, write, disabled }: DeparturesProps) {
  const { t } = useLingui()
  const known = draft.variants.flatMap((variant) => {
    const channel = channels.get(variant.channelId)
    return channel ? [{ variant, channel }] : []
  })
  const same = known.filter(({ variant }) => variant.text === null && variant.mediaIds === null)
  const own = known.filter((one) => !same.includes(one))
  const set = (channelId: string, changes: Partial<Variant>) =>
    write((now) => withVariant(now, channelId, changes))
  return (
    <>
      {own.map(({ variant, channel }) => (
        <Departure
          key={channel.id}
          {...{ draft, variant, channel, media, disabled }}
          rules={rules.get(channel.looksLike)}
          set={(changes) => set(channel.id, changes)}
        />
      ))}
      {!disabled && same.length > 0 && (
        <Menu
          align="start"
          label={t`Adapt for one account`}
          items={same.flatMap(({ channel }) => [
            {
              label: t`Text for ${channel.networkName} (${channel.handle})`,
              onSelect: () => set(channel.id, { text: draft.text }),
            },
            ...(draft.mediaIds.length > 0
              ? [
                  {
                    label: t`Pictures for ${channel.networkName} (${channel.handle})`,
                    onSelect: () => set(channel.id, { mediaIds: draft.mediaIds }),
                  },
                ]
              : []),
          ])}
          trigger={
            <Button kind="quiet" size="sm" icon={PenLine} className="-ml-2 self-start text-ink-2">
              <Trans>Adapt for one account…</Trans>
            </Button>
          }
        />
      )}
    </>
  )
}

interface DepartureProps {
  draft: Draft
  variant: Variant
  channel: ChannelView
  media: ReadonlyMap<string, MediaView>
  rules: TextRules | undefined
  set: (changes: Partial<Variant>) => void
  disabled: boolean
}

function Departure({ draft, variant, channel, media, rules, set, disabled }: DepartureProps) {
  const { t } = useLingui()
  const { networkName, handle, stamp } = channel
  const text = variant.text
  const { added, removed } = useMemo(
    () => wordDiff(text ?? draft.text, draft.text),
    [text, draft.text],
  )
  const leftOut = removed.map(({ start, end }) => draft.text.slice(start, end)).join(' … ')
  const passage = usePassage(channel.id, text ?? '')
  const spans = useMemo(() => (text === null ? [] : (rules?.spans(text) ?? [])), [rules, text])
  return (
    <section aria-label={t`For ${networkName} (${handle})`} className="border-t border-rule py-3">
      <header className="mb-1.5 flex items-center gap-2 text-sm text-ink-2">
        <NetworkStamp stamp={stamp} name={networkName} />
        <h3 className="min-w-0 flex-1 truncate">
          <Trans>
            For <span className="font-medium text-ink">{handle}</span>
          </Trans>
        </h3>
        {!disabled && (
          <Button
            kind="quiet"
            size="sm"
            icon={Undo2}
            onClick={() => set({ text: null, mediaIds: null })}
          >
            <Trans>As the main text</Trans>
          </Button>
        )}
      </header>
      {text !== null && (
        <>
          <CompletedText
            size="md"
            channels={[channel]}
            aria-label={t`Text for ${networkName} (${handle})`}
            value={text}
            onValue={(next) => set({ text: next })}
            spans={spans}
            departures={[...added, ...passage]}
            readOnly={disabled}
          />
          {removed.length > 0 && (
            <p className="mt-1 text-xs text-ink-3">
              <Trans>
                Left out of the main text: <s className="decoration-bad">{leftOut}</s>
              </Trans>
            </p>
          )}
        </>
      )}
      {variant.mediaIds !== null && (
        <OwnPictures
          {...{ draft, media, disabled }}
          chosen={variant.mediaIds}
          onChosen={(mediaIds) => set({ mediaIds })}
        />
      )}
    </section>
  )
}

interface OwnPicturesProps {
  draft: Draft
  media: ReadonlyMap<string, MediaView>
  chosen: readonly string[]
  onChosen: (ids: string[]) => void
  disabled: boolean
}

function OwnPictures({ draft, media, chosen, onChosen, disabled }: OwnPicturesProps) {
  const { t } = useLingui()
  const all = [...new Set([...draft.mediaIds, ...chosen])].flatMap((id) => media.get(id) ?? [])
  const toggle = (id: string) =>
    onChosen(
      all
        .map((one) => one.id)
        .filter((one) => (one === id ? !chosen.includes(id) : chosen.includes(one))),
    )
  return (
    <ul aria-label={t`Pictures of this account`} className="mt-2 flex flex-wrap gap-1.5">
      {all.map(({ id, thumbnailUrl, alt, fileName }) => (
        <li key={id}>
          <button
            type="button"
            aria-pressed={chosen.includes(id)}
            aria-label={alt || fileName}
            disabled={disabled}
            onClick={() => toggle(id)}
            className={cx(
              'block size-14 overflow-hidden rounded-md border-2',
              chosen.includes(id) ? 'border-accent' : 'border-rule opacity-40 grayscale',
            )}
          >
            <img src={thumbnailUrl} alt="" className="size-full object-cover" />
          </button>
        </li>
      ))}
    </ul>
  )
}
