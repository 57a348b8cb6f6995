/**
 * Many short lists of integers in one typed array, each under a small number of its owner. What is freed is taken back
 * by moving the others together once more than half is waste, so that adding and removing cost little on average.
 */
export interface Blocks {
  /** All lists; a list lies at `start[owner]`, `length[owner]` long. Ask anew after any change. */
  data: Int32Array<ArrayBuffer>
  start: Int32Array<ArrayBuffer>
  length: Int32Array<ArrayBuffer>
  /** Replaces an owner's list. */
  set(owner: number, values: ArrayLike<number>): void
  /** Adds at the end of an owner's list. */
  push(owner: number, value: number): void
  /** Takes one value out of an owner's list; its order is not kept. */
  drop(owner: number, value: number): void
  clear(owner: number): void
}

export function createBlocks(): Blocks {
  let room = new Int32Array(64)
  let used = 0
  let waste = 0

  const blocks: Blocks = {
    data: new Int32Array(1024),
    start: new Int32Array(64),
    length: new Int32Array(64),
    set(owner, values) {
      blocks.clear(owner)
      give(owner, values.length)
      blocks.data.set(values, blocks.start[owner])
      blocks.length[owner] = values.length
    },
    push(owner, value) {
      know(owner)
      const length = blocks.length[owner] ?? 0
      if (length === room[owner]) {
        const former = blocks.start[owner] ?? 0
        give(owner, Math.max(2, length * 2))
        blocks.data.copyWithin(blocks.start[owner] ?? 0, former, former + length)
        waste += length
      }
      blocks.data[(blocks.start[owner] ?? 0) + length] = value
      blocks.length[owner] = length + 1
      tidy()
    },
    drop(owner, value) {
      const start = blocks.start[owner] ?? 0
      const last = start + (blocks.length[owner] ?? 0) - 1
      const place = blocks.data.subarray(start, last + 1).indexOf(value)
      if (place < 0) return
      blocks.data[start + place] = blocks.data[last] ?? 0
      blocks.length[owner] = last - start
    },
    clear(owner) {
      know(owner)
      waste += room[owner] ?? 0
      room[owner] = 0
      blocks.length[owner] = 0
      tidy()
    },
  }

  function know(owner: number): void {
    if (owner < room.length) return
    room = widened(room, owner + 1)
    blocks.start = widened(blocks.start, owner + 1)
    blocks.length = widened(blocks.length, owner + 1)
  }

  /** Room at the end. */
  function give(owner: number, length: number): void {
    know(owner)
    if (used + length > blocks.data.length) blocks.data = widened(blocks.data, used + length)
    blocks.start[owner] = used
    room[owner] = length
    used += length
  }

  function tidy(): void {
    if (waste < 1024 || waste * 2 < used) return
    const moved = new Int32Array(blocks.data.length)
    let next = 0
    for (let owner = 0; owner < room.length; owner++) {
      const length = blocks.length[owner] ?? 0
      const start = blocks.start[owner] ?? 0
      moved.set(blocks.data.subarray(start, start + length), next)
      blocks.start[owner] = next
      room[owner] = length
      next += length
    }
    blocks.data = moved
    used = next
    waste = 0
  }

  return blocks
}

/** The same numbers with room for more: at least `least`, and twice what there was. */
export function widened(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  if (least <= array.length) return array
  const wider = new Int32Array(Math.max(least, array.length * 2))
  wider.set(array)
  return wider
}
