import { useLingui } from '@lingui/react/macro'
import { Choice, SelectField, useFormat } from '#web/ui/index.ts'
import type { Rule } from './rule.ts'

interface RuleFieldsProps {
  field: (name: keyof Rule) => { value: string; onValue: (value: string) => void }
}

/** What counts, over what, for how long, and from when on it may be decided. */
export function RuleFields({ field }: RuleFieldsProps) {
  const { t } = useLingui()
  const f = useFormat()
  const share = (n: number) => f.percent(n)
  const odds = (n: number) => t`wrong once in ${n}`
  return (
    <>
      <Choice
        {...field('figure')}
        legend={t`The figure that counts`}
        options={[
          {
            value: 'clicks',
            label: t`Clicks by people`,
            hint: t`On Vigie’s short links; previews and robots are left out.`,
          },
          {
            value: 'engagement',
            label: t`Likes, reposts and replies`,
            hint: t`As reported by the networks.`,
          },
        ]}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          {...field('exposure')}
          label={t`Divided by`}
          hint={t`If it is not known for every post, the next best is used, and said.`}
          options={[
            { value: 'followers', label: t`Followers when each post went out` },
            { value: 'views', label: t`Views, where networks report them` },
            { value: 'posts', label: t`Nothing: every post counts the same` },
          ]}
        />
        <SelectField
          {...field('windowHours')}
          label={t`Counted during`}
          hint={t`Of each post, so that old and new ones compare.`}
          options={[
            { value: '24', label: t`its first 24 hours` },
            { value: '72', label: t`its first 3 days` },
            { value: '168', label: t`its first 7 days` },
          ]}
        />
        <SelectField
          {...field('minimumEffect')}
          label={t`Smallest difference that matters`}
          hint={t`The smaller, the more clicks or reactions it takes.`}
          options={[
            { value: '0.1', label: share(0.1) },
            { value: '0.2', label: share(0.2) },
            { value: '0.5', label: share(0.5) },
            { value: '1', label: t`Twice as much` },
          ]}
        />
        <SelectField
          {...field('certainty')}
          label={t`Certainty`}
          hint={t`How often two equal versions may be found different by mistake.`}
          options={[
            { value: '0.9', label: `${share(0.9)} · ${odds(10)}` },
            { value: '0.95', label: `${share(0.95)} · ${odds(20)}` },
            { value: '0.99', label: `${share(0.99)} · ${odds(100)}` },
          ]}
        />
      </div>
    </>
  )
}
