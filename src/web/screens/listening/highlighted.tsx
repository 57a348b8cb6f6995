import { Fragment } from 'react'

interface HighlightedProps {
  text: string
  /** In order, apart from one another. */
  places: readonly { start: number; end: number }[]
}

/** A text in which the words that were found stand out. */
export function Highlighted({ text, places }: HighlightedProps) {
  return (
    <>
      {places.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(places[index - 1]?.end ?? 0, start)}
          <mark className="rounded-sm bg-accent-soft font-medium text-ink">
            {text.slice(start, end)}
          </mark>
        </Fragment>
      ))}
      {text.slice(places.at(-1)?.end ?? 0)}
    </>
  )
}
