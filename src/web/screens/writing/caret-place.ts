/** What a mirror must share with a textarea for its words to fall at the same places. */
const SHARED = [
  'boxSizing',
  'width',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'borderTopWidth',
  'borderRightWidth',
  'borderBottomWidth',
  'borderLeftWidth',
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontWeight',
  'fontFeatureSettings',
  'letterSpacing',
  'lineHeight',
  'tabSize',
  'textIndent',
  'wordSpacing',
] as const

/**
 * Where a character of a textarea stands, in pixels from the textarea’s own corner: a mirror of it, out of sight, is
 * laid out and measured.
 * @returns the left edge of the character and the bottom of its line
 */
export function placeOf(
  area: HTMLTextAreaElement,
  offset: number,
): { left: number; bottom: number } {
  const style = getComputedStyle(area)
  const mirror = document.createElement('div')
  for (const name of SHARED) mirror.style[name] = style[name]
  Object.assign(mirror.style, {
    position: 'absolute',
    visibility: 'hidden',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  })
  mirror.append(area.value.slice(0, offset))
  const mark = document.createElement('span')
  mark.append(area.value.slice(offset) || '.')
  mirror.append(mark)
  document.body.append(mirror)
  // The rest of the text may go over several lines: its first box is the one that counts.
  const [box = mark.getBoundingClientRect()] = mark.getClientRects()
  const corner = mirror.getBoundingClientRect()
  mirror.remove()
  return {
    left: box.left - corner.left - area.scrollLeft,
    bottom: box.top - corner.top + parseFloat(style.lineHeight) - area.scrollTop,
  }
}
