import { type Shape, SHAPES } from './api.ts'

interface Stamp {
  shape: Shape
  letter: string
}

/**
 * A stamp for a new campaign: the first letter of its name, in the first shape that no other one has with that
 * letter. When all are taken, in the one that fewest have.
 */
export function stampFor(
  name: string,
  asked: { shape?: Shape | undefined; letter?: string | undefined },
  taken: readonly Stamp[],
): Stamp {
  const letter =
    asked.letter ?? /[\p{L}\p{N}]/u.exec(name)?.[0].toLocaleUpperCase('fr').slice(0, 1) ?? 'C'
  const having = (shape: Shape) =>
    taken.filter((one) => one.shape === shape && one.letter === letter).length
  const fewest = Math.min(...SHAPES.map(having))
  const shape = asked.shape ?? SHAPES.find((one) => having(one) === fewest) ?? SHAPES[0]
  return { shape, letter }
}
