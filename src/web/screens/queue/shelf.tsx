import { Trans } from '@lingui/react/macro'
import { Sprout } from 'lucide-react'
import { useState } from 'react'
import { Button, EmptyState, QueryView } from '#web/ui/index.ts'
import { useShelf } from './queries.ts'
import { ShelfRow } from './shelf-row.tsx'
import { ShelfSheet } from './shelf-sheet.tsx'

/** Posts that stay true, and go again into the slots kept for them. */
export default function Shelf() {
  const shelf = useShelf()
  const [choosing, choose] = useState(false)
  const add = (
    <Button kind="solid" icon={Sprout} onClick={() => choose(true)}>
      <Trans>Add a post to the shelf</Trans>
    </Button>
  )
  return (
    <>
      <QueryView query={shelf}>
        {(list) =>
          list.length > 0 ? (
            <>
              <div className="mb-3">{add}</div>
              <ul className="max-w-4xl border-t border-ink">
                {list.map((one) => (
                  <ShelfRow key={one.id} evergreen={one} />
                ))}
              </ul>
            </>
          ) : (
            <EmptyState title={<Trans>The shelf is empty</Trans>} action={add}>
              <Trans>
                Put evergreen posts here: how to oil a table, who you are. They fill the times kept
                for the shelf, the one that has waited longest first, never more often than you say,
                and never close to the same words published by hand.
              </Trans>
            </EmptyState>
          )
        }
      </QueryView>
      <ShelfSheet open={choosing} close={() => choose(false)} />
    </>
  )
}
