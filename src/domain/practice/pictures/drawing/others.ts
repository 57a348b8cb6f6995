import { box, disc, GROUND, HEIGHT, ink, line, path, room, sheet, WIDTH } from './shapes.ts'

const books = [ink.clay, ink.night, ink.sage, ink.cream, ink.brass, ink.walnut]

export const shelf = () =>
  room(
    [200, 350, 500].map((y) => box(220, y, 640, 22, ink.oak, 4)).join('') +
      [240, 838].map((x) => box(x - 11, 130, 22, 540, ink.walnut, 4)).join('') +
      [0, 1, 2]
        .map((row) =>
          Array.from({ length: 5 + row }, (_, i) => {
            const h = 76 + ((i * 37 + row * 53) % 44)
            return box(
              268 + i * 42 + row * 30,
              200 + row * 150 - h,
              32,
              h,
              books[(i + row * 2) % 6] ?? ink.clay,
              3,
            )
          }).join(''),
        )
        .join('') +
      disc(760, 168, 32, ink.sage) +
      box(690, 444, 120, 56, ink.cream, 10),
    '#dde0d6',
  )

/** The end grain of a board: rings that are nearly circles. */
export const grain = () => {
  const rings = Array.from({ length: 26 }, (_, i) => {
    const r = 40 + i * 34
    const wobble = ((i * 7) % 5) * 4
    return `<ellipse cx="${430 + wobble}" cy="${500 - wobble}" rx="${r}" ry="${r * 0.86}" fill="none" stroke="#9a713f" stroke-width="${3 + (i % 3) * 2}" opacity="0.55"/>`
  })
  const check = line('M430 500 L560 610 L700 640', '#7c5730', 6)
  return sheet(box(0, 0, WIDTH, HEIGHT, ink.oak, 0) + rings.join('') + check)
}

export const fabrics = () => {
  const tones = [ink.clay, ink.sage, ink.night, '#c9a06a', '#8c7b8f', ink.cream]
  const swatches = tones.map((tone, i) => {
    const x = 110 + (i % 3) * 300
    const y = 110 + Math.floor(i / 3) * 310
    const threads = Array.from({ length: 9 }, (_, n) =>
      line(`M${x + 18} ${y + 24 + n * 28} H${x + 242}`, '#00000018', 6),
    )
    return box(x, y, 260, 270, tone, 10) + threads.join('') + disc(x + 130, y + 18, 8, '#00000030')
  })
  return sheet(box(0, 0, WIDTH, HEIGHT, '#efe8db', 0) + swatches.join(''))
}

export const front = () =>
  sheet(
    box(0, 0, WIDTH, HEIGHT, '#d8d3c7', 0) +
      box(0, GROUND + 70, WIDTH, 100, '#a9a192', 0) +
      box(140, 120, 800, 590, ink.night, 6) +
      box(190, 250, 440, 400, '#f3e6c8', 4) +
      box(690, 250, 190, 460, '#46587a', 4) +
      disc(852, 490, 10, ink.brass) +
      path('M150 130 H930 L960 220 H120 Z', ink.clay) +
      [0, 1, 2, 3, 4, 5]
        .map((i) => path(`M${150 + i * 140} 130 h70 l8 90 h-84 Z`, ink.cream))
        .join('') +
      line('M300 650 L316 520 M500 650 L484 520', ink.walnut, 12) +
      box(280, 500, 240, 22, ink.oak, 5) +
      box(360, 430, 60, 70, ink.sage, 20),
  )
