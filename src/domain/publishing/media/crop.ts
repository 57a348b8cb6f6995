import type { Crop, Focal } from '../model.ts'

/** How a picture is cut for an account: to a ratio, around the point that must stay in sight. */
export interface Frame {
  crop: Crop | null
  focal: Focal | null
}

export const UNCUT: Frame = { crop: null, focal: null }

export interface Region {
  left: number
  top: number
  width: number
  height: number
}

type Size = { width: number; height: number }

/**
 * The largest part of a picture that has a ratio, its focal point as near its middle as the edges allow.
 * @returns null when there is nothing to cut: no ratio asked for, or it has it already, to the pixel
 */
export function regionOf(size: Size, { crop, focal }: Frame): Region | null {
  if (!crop) return null
  const { width, height } = size
  const ratio = ratioOf(crop)
  const cut = {
    width: Math.max(1, Math.min(width, Math.round(height * ratio))),
    height: Math.max(1, Math.min(height, Math.round(width / ratio))),
  }
  if (cut.width === width && cut.height === height) return null
  const { x, y } = focal ?? { x: 0.5, y: 0.5 }
  return { ...cut, left: placed(x, cut.width, width), top: placed(y, cut.height, height) }
}

/** Where the focal point stands once the picture is cut. */
export function focalWithin(size: Size, frame: Frame): Focal | null {
  const region = regionOf(size, frame)
  if (!region || !frame.focal) return frame.focal
  const { x, y } = frame.focal
  return {
    x: within((x * size.width - region.left) / region.width),
    y: within((y * size.height - region.top) / region.height),
  }
}

/** Width by height: `4:5` is 0.8. */
function ratioOf(crop: Crop): number {
  const [width = 1, height = 1] = crop.split(':').map(Number)
  return width / height
}

/** Whether a picture is so near a ratio that nobody would see it cut to it. */
export const hasRatio = ({ width, height }: Size, crop: Crop) =>
  Math.abs(width / height / ratioOf(crop) - 1) < 0.02

const placed = (point: number, part: number, whole: number) =>
  Math.round(Math.min(whole - part, Math.max(0, point * whole - part / 2)))

const within = (part: number) => Math.min(1, Math.max(0, part))
