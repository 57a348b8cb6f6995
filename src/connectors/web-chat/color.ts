const HEX = /^#?(?<hex>[0-9a-f]{3}|[0-9a-f]{6})$/i

/** A colour as `#rrggbb`; null for anything else. */
export function colorIn(written: string): string | null {
  const { hex } = HEX.exec(written.trim())?.groups ?? {}
  if (!hex) return null
  const long = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
  return `#${long.toLowerCase()}`
}

/**
 * Black or white, whichever reads better on a colour: one of the two always has 4.5 to 1 at least (WCAG 2.2, 1.4.3: where
 * white has less, the colour's luminance is above 0.183, and black has 4.67 or more).
 */
export const inkOn = (color: string): '#000000' | '#ffffff' =>
  contrast(color, '#ffffff') >= contrast(color, '#000000') ? '#ffffff' : '#000000'

/** Contrast ratio of two colours (WCAG 2.2, “contrast ratio”). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** WCAG 2.2, “relative luminance”. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
