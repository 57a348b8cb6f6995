import type { ReactNode } from 'react'
import { Button } from '#web/ui/index.ts'

/** Takes part only once something changed. */
export function SaveButton(props: { dirty: boolean; busy: boolean; children: ReactNode }) {
  return (
    <Button
      type="submit"
      kind={props.dirty ? 'solid' : 'line'}
      busy={props.busy}
      disabled={!props.dirty}
    >
      {props.children}
    </Button>
  )
}
