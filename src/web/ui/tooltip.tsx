import { cloneElement, type ReactElement } from 'react'

interface TooltipProps {
  text: string
  shortcut?: string
  children: ReactElement<Record<string, unknown>>
}

/**
 * A word on hover or focus; never the only place of an information. It only marks its child: one layer,
 * mounted once (tooltip-layer.tsx), shows whatever is marked, so that a thousand of them cost nothing.
 */
export function Tooltip({ text, shortcut, children }: TooltipProps) {
  return cloneElement(children, { 'data-tip': text, 'data-tip-keys': shortcut })
}
