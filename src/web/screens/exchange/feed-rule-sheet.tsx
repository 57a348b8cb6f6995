import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FeedRuleView, FeedTrialView } from '#domain/exchange/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import {
  Button,
  Choice,
  ProblemMessage,
  SelectField,
  Sheet,
  TextAreaField,
  TextField,
  useForm,
  useFormat,
  useProblemWords,
  useToast,
} from '#web/ui/index.ts'
import { fieldErrors } from '#web/api/problem.ts'
import { AccountBoxes } from './account-boxes.tsx'
import { WhoApproves } from './who-approves.tsx'

/** A feed, the words its articles are put in, and how often they may leave. */
export function FeedRuleSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useLingui()
  return (
    <Sheet open={open} onClose={onClose} title={t`Publish from a feed`} width={560}>
      <RuleForm onDone={onClose} />
    </Sheet>
  )
}

type Mode = FeedRuleView['mode']

function RuleForm({ onDone }: { onDone: () => void }) {
  const { t } = useLingui()
  const toast = useToast()
  const client = useQueryClient()
  const company = useCompany()
  const names = useNames()
  const [mode, setMode] = useState<Mode>('draft')
  const [channelIds, choose] = useState<string[]>([])
  const [needsOne, need] = useState(false)
  const form = useForm({
    initial: {
      name: '',
      url: '',
      template: Object.values(names).slice(0, 3).join('\n\n'),
      dailyMax: '3',
    },
    check: ({ url }): { url?: string } => {
      need(channelIds.length === 0)
      return url.trim() ? {} : { url: t`Enter the address of the site or of its feed.` }
    },
    send: async ({ name, url, template, dailyMax }) => {
      if (channelIds.length === 0) return
      await api.post('/feed-rules', {
        name: name.trim() || hostOf(url),
        url: url.trim(),
        template,
        channelIds,
        mode,
        language: company.language,
        dailyMax: Number(dailyMax),
      })
      await client.invalidateQueries({ queryKey: ['feed-rules'] })
      toast({ text: t`From now on, its new articles become posts.` })
      onDone()
    },
  })
  return (
    <form {...form.props} className="space-y-5">
      <TextField
        {...form.field('url')}
        label={t`Address of the site or of its feed`}
        inputMode="url"
        placeholder="https://"
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
      <TextField {...form.field('name')} label={t`Name`} optional autoComplete="off" />
      <TextAreaField
        {...form.field('template')}
        label={t`What each post says`}
        hint={t`What is in braces comes from the article: ${names.title}, ${names.summary}, ${names.link}, ${names.author}. The summary is cut where a network allows less.`}
        autosize
      />
      <Trial url={form.values.url} template={form.values.template} />
      <AccountBoxes
        legend={<Trans>Accounts it publishes to</Trans>}
        chosen={channelIds}
        choose={choose}
        error={
          needsOne
            ? { id: 'feed-accounts-error', words: <Trans>Choose at least one account.</Trans> }
            : undefined
        }
      />
      <Choice
        legend={t`What becomes of an article`}
        options={[
          {
            value: 'draft',
            label: t`A draft`,
            hint: t`Someone finishes it and chooses its time.`,
          },
          {
            value: 'schedule',
            label: t`A scheduled post`,
            hint: t`Half an hour after the article was seen, an hour apart at least.`,
          },
          {
            value: 'approval',
            label: t`A post to approve`,
            hint: t`It gets the same time, and goes out then only if it was approved before.`,
          },
        ]}
        value={mode}
        onValue={setMode}
      />
      {mode === 'approval' && <WhoApproves channelIds={channelIds} />}
      {mode !== 'draft' && (
        <SelectField
          label={t`At most, in a day`}
          className="w-40"
          value={form.values.dailyMax}
          onValue={(value) => form.set('dailyMax', value)}
          options={['1', '2', '3', '5', '10'].map((value) => ({ value, label: value }))}
        />
      )}
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <Button type="submit" kind="solid" busy={form.busy}>
        <Trans>Start with the next article</Trans>
      </Button>
    </form>
  )
}

/** What a template may name, in the reader's language; the desk understands both. */
function useNames() {
  const { locale } = useFormat()
  return locale === 'fr'
    ? { title: '{titre}', summary: '{résumé}', link: '{lien}', author: '{auteur}' }
    : { title: '{title}', summary: '{summary}', link: '{link}', author: '{author}' }
}

const hostOf = (url: string) =>
  URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url.trim().slice(0, 80)

/** What the latest articles would say, on demand. */
function Trial({ url, template }: { url: string; template: string }) {
  const words = useProblemWords()
  const attempt = useMutation({
    mutationFn: () => api.post<FeedTrialView>('/feed-rules/try', { url: url.trim(), template }),
  })
  const sentence = attempt.error
    ? (fieldErrors(attempt.error)['/url'] ?? words(attempt.error).detail)
    : null
  return (
    <div className="border-l-2 border-rule pl-4">
      <Button
        size="sm"
        disabled={!url.trim()}
        busy={attempt.isPending}
        onClick={() => attempt.mutate()}
      >
        <Trans>See what its latest articles would say</Trans>
      </Button>
      {sentence && (
        <p role="alert" className="mt-2 text-sm font-medium text-bad">
          {sentence}
        </p>
      )}
      {attempt.data && (
        <ul className="mt-2 divide-y divide-rule" aria-live="polite">
          {attempt.data.articles.map((article) => (
            <li key={article.url} className="py-2 font-serif whitespace-pre-line">
              {article.text}
            </li>
          ))}
          {attempt.data.articles.length === 0 && (
            <li className="py-2 text-ink-2">
              <Trans>The feed is empty for now.</Trans>
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
