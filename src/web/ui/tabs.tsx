import { Tabs as T } from 'radix-ui'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Badge } from './badge.tsx'

interface TabsProps<V extends string> {
  label: string
  value: V
  onValue: (value: V) => void
  tabs: readonly { value: V; label: ReactNode; count?: number; panel: ReactNode }[]
  className?: string
}

/** Real tabs: each has its panel. For filters use Segmented. */
export function Tabs<V extends string>({ label, value, onValue, tabs, className }: TabsProps<V>) {
  return (
    <T.Root value={value} onValueChange={(next) => onValue(next as V)} className={className}>
      <T.List aria-label={label} className="flex gap-1 overflow-x-auto border-b border-rule">
        {tabs.map((tab) => (
          <T.Trigger
            key={tab.value}
            value={tab.value}
            className={cx(
              '-mb-px flex h-9 items-center gap-1.5 border-b-2 border-transparent px-3 whitespace-nowrap text-ink-2',
              'hover:text-ink focus-visible:-outline-offset-2 pointer-coarse:h-11',
              'data-[state=active]:border-ink data-[state=active]:font-semibold data-[state=active]:text-ink',
            )}
          >
            {tab.label}
            {tab.count !== undefined && <Badge>{tab.count}</Badge>}
          </T.Trigger>
        ))}
      </T.List>
      {tabs.map((tab) => (
        <T.Content
          key={tab.value}
          value={tab.value}
          className="pt-4 focus-visible:outline-offset-4"
        >
          {tab.panel}
        </T.Content>
      ))}
    </T.Root>
  )
}
