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
      <Trans>Put a post on the shelf</Trans>
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
                Put posts here that stay true: how to oil a table, who you are. They go into the
                hours kept for the shelf, the one that waited longest first, never more often than
                you say, and never beside the same words published by hand.
              </Trans>
            </EmptyState>
          )
        }
      </QueryView>
      <ShelfSheet open={choosing} close={() => choose(false)} />
    </>
  )
}
