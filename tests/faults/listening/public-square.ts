import type { Gone } from '#connectors/_contract/connector.ts'
import { pretendWire, type Wire } from '#domain/listening/sources/live/fixture.ts'

/** A network that is heard live, under the names that come with what is said. */
export function publicSquare(): Wire {
  const square = pretendWire('square', 'La Grand-Place', 'none')
  delete square.connector.stream?.complete
  return square
}

/** What it tells in the process that is killed: from the place that the desk has reached, that this is gone. */
export function tellGone(square: Wire, reached: number, gone: Gone): void {
  for (let place = 0; place < reached; place++) square.tells({})
  square.tells({ gone })
}
