import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link2, UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import type { ReviewLinkView } from '#domain/publishing/approvals/outside/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import {
  Button,
  Checkbox,
  DateTime,
  ProblemMessage,
  RelativeTime,
  SelectField,
  TextField,
  useForm,
  useToast,
} from '#web/ui/index.ts'
import { useReviewLinks } from './queries.ts'

/** People without an account, each by a link of their own. */
export function OutsideReviewers({ postId }: { postId: string }) {
  const { role } = useCompany()
  const may = role === 'owner' || role === 'manager' || role === 'editor'
  const [asking, ask] = useState(false)
  const { data: links = [] } = useReviewLinks(postId, may)
  if (!may) return null
  return (
    <div>
      {links.length > 0 && (
        <>
          <h3 className="mb-1.5 font-semibold">
            <Trans>Outside reviewers</Trans>
          </h3>
          <ul className="divide-y divide-rule border-y border-rule">
            {links.map((link) => (
              <LinkRow key={link.id} link={link} />
            ))}
          </ul>
        </>
      )}
      {asking ? (
        <AskOutside postId={postId} close={() => ask(false)} />
      ) : (
        <Button
          kind="quiet"
          size="sm"
          icon={UserRoundPlus}
          className="mt-1 -ml-2 text-ink-2"
          onClick={() => ask(true)}
        >
          <Trans>Ask someone outside…</Trans>
        </Button>
      )}
    </div>
  )
}

function LinkRow({ link }: { link: ReviewLinkView }) {
  const { t } = useLingui()
  const toast = useToast()
  const client = useQueryClient()
  const who = link.guestName || link.guestEmail || t`Someone outside`
  const revoke = async () => {
    await api.delete(`/review-links/${link.id}`)
    await client.invalidateQueries({ queryKey: ['approvals'] })
    toast({ text: t`The link is closed.` })
  }
  return (
    <li className="py-2">
      <p className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">{who}</span>
        {link.state === 'open' && link.url && <CopyLink url={link.url} />}
        {link.state === 'open' && (
          <Button kind="quiet" size="sm" onClick={() => void revoke()}>
            <Trans>Close the link</Trans>
            <span className="sr-only"> {who}</span>
          </Button>
        )}
      </p>
      <p className="text-xs text-ink-3">
        {link.state === 'revoked' ? (
          <Trans>Link closed</Trans>
        ) : link.state === 'expired' ? (
          <Trans>Expired</Trans>
        ) : link.seenAt ? (
          <Trans>
            Opened <RelativeTime at={link.seenAt} />
          </Trans>
        ) : (
          <Trans>
            Not opened yet · until <DateTime at={link.expiresAt} style="date" />
          </Trans>
        )}
        {link.waits && (
          <>
            {' · '}
            <Trans>the post is waiting for them</Trans>
          </>
        )}
      </p>
    </li>
  )
}

function CopyLink({ url }: { url: string }) {
  const { t } = useLingui()
  const toast = useToast()
  return (
    <Button
      kind="quiet"
      size="sm"
      icon={Link2}
      onClick={() =>
        void navigator.clipboard.writeText(url).then(
          () => toast({ text: t`Link copied` }),
          () => toast({ kind: 'bad', text: url }),
        )
      }
    >
      <Trans>Copy</Trans>
    </Button>
  )
}

function AskOutside({ postId, close }: { postId: string; close: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [waits, wait] = useState(true)
  const form = useForm({
    initial: { guestName: '', guestEmail: '', days: '14', passcode: '' },
    check: ({ guestEmail }) =>
      waits && !guestEmail.includes('@') ? { guestEmail: t`Enter their e-mail address.` } : {},
    send: async ({ guestName, guestEmail, days, passcode }) => {
      await api.post('/review-links', {
        postId,
        guestName,
        guestEmail: guestEmail || null,
        days: Number(days),
        passcode: passcode || null,
        waits,
      })
      await client.invalidateQueries({ queryKey: ['approvals'] })
      await client.invalidateQueries({ queryKey: ['posts'] })
      close()
    },
  })
  return (
    <form {...form.props} className="mt-2 space-y-3 border-t border-rule pt-3">
      <p className="text-ink-2">
        <Trans>They need no account: a link shows them this post, and nothing else.</Trans>
      </p>
      <TextField {...form.field('guestName')} label={t`Their name`} optional autoComplete="off" />
      <TextField
        {...form.field('guestEmail')}
        label={t`Their e-mail`}
        optional={!waits}
        type="email"
        autoComplete="off"
      />
      <Checkbox
        label={t`The post is waiting for their approval`}
        checked={waits}
        onChecked={wait}
      />
      <SelectField
        {...form.field('days')}
        label={t`The link is valid for`}
        options={[3, 7, 14, 30, 90].map((days) => ({
          value: String(days),
          label: t`${days} days`,
        }))}
      />
      <TextField
        {...form.field('passcode')}
        label={t`Code`}
        hint={t`Asked for before anything is shown. Send it separately from the link.`}
        optional
        autoComplete="off"
        minLength={4}
      />
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <div className="flex justify-end gap-1">
        <Button kind="quiet" size="sm" onClick={close}>
          <Trans>Cancel</Trans>
        </Button>
        <Button size="sm" type="submit" busy={form.busy}>
          <Trans>Create the link</Trans>
        </Button>
      </div>
    </form>
  )
}
