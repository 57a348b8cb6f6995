import { type Shape, SHAPES } from './api.ts'

interface Stamp {
  shape: Shape
  letter: string
}

/**
 * A stamp for a new campaign: the first letter of its name, in the shape that fewest others have with that letter,
 * and among those the one that fewest have at all.
 */
export function stampFor(
  name: string,
  asked: { shape?: Shape | undefined; letter?: string | undefined },
  taken: readonly Stamp[],
): Stamp {
  const letter = asked.letter ?? firstLetter(name)
  const having = (shape: Shape) => {
    const same = taken.filter((one) => one.shape === shape)
    // The same letter weighs more than any number of other campaigns.
    return same.length + 1000 * same.filter((one) => one.letter === letter).length
  }
  const fewest = Math.min(...SHAPES.map(having))
  const shape = asked.shape ?? SHAPES.find((one) => having(one) === fewest) ?? SHAPES[0]
  return { shape, letter }
}

const firstLetter = (name: string): string =>
  /[\p{L}\p{N}]/u.exec(name)?.[0].toLocaleUpperCase('fr').slice(0, 1) ?? 'C'
