import { Trans, useLingui } from '@lingui/react/macro'
import { Copy, ExternalLink } from 'lucide-react'
import { useRef } from 'react'
import type { EmbedView } from '#domain/visits/api.ts'
import { Button, QueryView, useToast } from '#web/ui/index.ts'
import { useEmbed } from './queries.ts'

/** What the company pastes into its website, and a page of the desk where it can be tried first. */
export function SiteLine({ channelId }: { channelId: string }) {
  const embed = useEmbed(channelId)
  return <QueryView query={embed}>{(view) => <Line {...view} />}</QueryView>
}

function Line({ line, tryUrl }: EmbedView) {
  const { t } = useLingui()
  const toast = useToast()
  const code = useRef<HTMLElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(line)
      toast({ text: t`Line copied.` })
    } catch {
      // Over plain http the clipboard is closed to pages; the selection is one gesture away from copied.
      if (code.current) getSelection()?.selectAllChildren(code.current)
      toast({ text: t`Selected: copy it with your keyboard.` })
    }
  }
  return (
    <div className="space-y-6">
      <section>
        <h3 className="font-semibold">
          <Trans>Try it now</Trans>
        </h3>
        <p className="mt-1 mb-3 text-ink-2">
          <Trans>
            A Vigie page that stands in for your website: write there as a visitor would, then reply
            from the inbox.
          </Trans>
        </p>
        <a
          href={tryUrl}
          target="_blank"
          rel="noopener"
          className="inline-flex min-h-6 items-center gap-1.5 text-accent underline underline-offset-2"
        >
          <Trans>Open the page to try it</Trans>
          <ExternalLink size={14} strokeWidth={1.5} aria-hidden />
        </a>
      </section>
      <section>
        <h3 className="font-semibold">
          <Trans>Put it on your website</Trans>
        </h3>
        <p className="mt-1 mb-3 text-ink-2">
          <Trans>
            Paste this line once into your page template. Whoever looks after your website will know
            where that is.
          </Trans>
        </p>
        <code ref={code} className="mb-3 block rounded-sm bg-sunken px-3 py-2 text-sm break-all">
          {line}
        </code>
        <Button icon={Copy} onClick={() => void copy()}>
          <Trans>Copy the line</Trans>
        </Button>
      </section>
    </div>
  )
}
