import { type Pretend, pretend } from '#domain/listening/fixture.ts'

/** A newspaper that wrote so many times of Morel, and in each process the same. */
export function newspaper(count: number): Pretend {
  const press = pretend('press', 'La Presse', 'feed')
  const yesterday = new Date(Date.now() - 86_400_000)
  for (let n = 1; n <= count; n++) {
    press.says.push({
      remoteId: `${n}`,
      url: `https://journal.example/${n}`,
      text: `Morel, numéro ${n}.`,
      at: yesterday,
    })
  }
  return press
}
