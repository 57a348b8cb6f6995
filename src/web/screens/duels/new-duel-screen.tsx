import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { DuelView } from '#domain/duels/api.ts'
import { api } from '#web/api/index.ts'
import {
  Button,
  Choice,
  Page,
  ProblemMessage,
  SelectField,
  TextField,
  useForm,
} from '#web/ui/index.ts'
import { AccountBoxes } from '../exchange/account-boxes.tsx'
import { PicturePicker } from './picture-picker.tsx'

type Way = DuelView['way']

/** Two things, a question, how people answer and until when. */
export default function NewDuelScreen() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [pictures, pick] = useState({ first: '', second: '' })
  const [way, setWay] = useState<Way>('page')
  const [channelIds, choose] = useState<string[]>([])
  const [isMissing, miss] = useState(false)
  const form = useForm({
    initial: { question: '', first: '', second: '', days: '7' },
    check: ({ question, first, second }) => {
      miss(!pictures.first || !pictures.second)
      return {
        ...(question.trim().length < 3 ? { question: t`Write the question.` } : {}),
        ...(first.trim() ? {} : { first: t`Name it.` }),
        ...(second.trim() ? {} : { second: t`Name it.` }),
      }
    },
    send: async ({ question, first, second, days }) => {
      if (!pictures.first || !pictures.second) return
      const made = await api.post<DuelView>('/duels', {
        question,
        first: { label: first, mediaId: pictures.first },
        second: { label: second, mediaId: pictures.second },
        way,
        channelIds,
        days: Number(days),
      })
      await client.invalidateQueries({ queryKey: ['duels'] })
      await navigate({
        to: '/duels/$duelId',
        params: { duelId: made.id },
        search: { compose: made.postId },
      })
    },
  })
  return (
    <Page title={t`New duel`} width="text" back={{ to: '/duels', label: t`Product duels` }}>
      <form {...form.props} className="space-y-6">
        <TextField
          {...form.field('question')}
          label={t`Question`}
          placeholder={t`Oak or walnut?`}
          maxLength={200}
          autoComplete="off"
        />
        <div className="grid gap-6 sm:grid-cols-2">
          {(['first', 'second'] as const).map((side) => (
            <fieldset key={side} className="min-w-0 space-y-3">
              <legend className="title-serif text-lg">
                {side === 'first' ? <Trans>First product</Trans> : <Trans>Second product</Trans>}
              </legend>
              <TextField
                {...form.field(side)}
                label={t`What it is`}
                maxLength={60}
                autoComplete="off"
              />
              <PicturePicker
                name={side}
                chosen={pictures[side]}
                taken={pictures[side === 'first' ? 'second' : 'first']}
                pick={(id) => pick((before) => ({ ...before, [side]: id }))}
                error={isMissing && !pictures[side] ? t`Choose its picture.` : undefined}
              />
            </fieldset>
          ))}
        </div>
        <Choice
          legend={t`How people answer`}
          options={[
            {
              value: 'page',
              label: t`On your own small voting page`,
              hint: t`The most reliable: one answer per browser. The post carries two links.`,
            },
            {
              value: 'poll',
              label: t`With the network’s own poll`,
              hint: t`Where there are polls; some networks show no pictures with one. The votes are collected here.`,
            },
            {
              value: 'reactions',
              label: t`By reactions`,
              hint: t`Like for one, repost for the other. A weak vote, but possible everywhere.`,
            },
          ]}
          value={way}
          onValue={setWay}
        />
        <AccountBoxes
          legend={<Trans>Accounts that ask</Trans>}
          chosen={channelIds}
          choose={choose}
        />
        <SelectField
          label={t`Open for`}
          className="w-40"
          value={form.values.days}
          onValue={(days) => form.set('days', days)}
          options={[
            { value: '1', label: t`1 day` },
            { value: '3', label: t`3 days` },
            { value: '7', label: t`1 week` },
            { value: '14', label: t`2 weeks` },
          ]}
        />
        {form.problem !== null && <ProblemMessage problem={form.problem} />}
        <Button type="submit" kind="solid" busy={form.busy}>
          <Trans>Draft the post that asks</Trans>
        </Button>
      </form>
    </Page>
  )
}
