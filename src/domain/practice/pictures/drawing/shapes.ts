/** Colours of the drawings: warm, few, and the same in every picture. */
export const ink = {
  oak: '#c39a63',
  walnut: '#7a5236',
  shade: '#5d3d28',
  wall: '#e8dfd0',
  floor: '#d3c3a8',
  clay: '#b5654a',
  sage: '#8d9b7e',
  night: '#34435a',
  cream: '#f6f0e4',
  brass: '#b8933f',
}

export const WIDTH = 1080
export const HEIGHT = 810
/** Where the floor begins. */
export const GROUND = 640

/** A rectangle with soft corners. */
export function box(x: number, y: number, w: number, h: number, fill: string, round = 6): string {
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${round}" fill="${fill}"/>`
}

export function disc(x: number, y: number, r: number, fill: string): string {
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`
}

export function path(d: string, fill: string): string {
  return `<path d="${d}" fill="${fill}"/>`
}

export function line(d: string, stroke: string, width: number): string {
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
}

/** What stands on the floor throws a little shade on it. */
export function shadow(x: number, w: number): string {
  return `<ellipse cx="${x + w / 2}" cy="${GROUND + 62}" rx="${w / 2}" ry="16" fill="#000" opacity="0.13"/>`
}

/** A room with something in it. */
export function room(inside: string, wall = ink.wall, floor = ink.floor): string {
  return sheet(
    box(0, 0, WIDTH, HEIGHT, wall, 0) + box(0, GROUND, WIDTH, HEIGHT - GROUND, floor, 0) + inside,
  )
}

export function sheet(inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${inside}</svg>`
}
