import type { Packed } from './pack.ts'

/** Posts as they are counted, together. Numbers stand for the same texts in all hours of a company. */
export interface Hour {
  packed: Packed
  /** What stands for each of `packed.terms`, and for the voice, its day and the words of each post. */
  terms: Int32Array
  voice: Int32Array
  voiceOfDay: Int32Array
  copy: Int32Array
  /** Its words, where they were asked for. */
  words: readonly string[] | null
  idOf(place: number): string
}

/** @param numberOf the number that stands for a key, or -1 where it is not met elsewhere */
export function hourOf(
  packed: Packed,
  words: readonly string[] | null,
  numberOf: (key: number) => number,
): Hour {
  const ofWord = Int32Array.from(packed.keys, numberOf)
  const { buffer, byteOffset, byteLength } = packed.ids
  const ids = Buffer.from(buffer, byteOffset, byteLength)
  return {
    packed,
    terms: packed.terms.map((place) => ofWord[place] ?? -1),
    voice: Int32Array.from(packed.voice, numberOf),
    voiceOfDay: Int32Array.from(packed.voiceOfDay, numberOf),
    copy: Int32Array.from(packed.copy, numberOf),
    words,
    idOf: (place) =>
      ids.toString('hex', place * 16, place * 16 + 16).replace(UUID, '$1-$2-$3-$4-$5'),
  }
}

const UUID = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/
