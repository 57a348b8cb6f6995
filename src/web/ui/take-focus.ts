/**
 * Where the focus goes when something opens above the page: what asks for it (`data-autofocus`), else the first
 * field, else the window itself, whose title is then read. Never a field on touch screens: their keyboard would
 * cover half of what just opened.
 */
export function takeFocus(event: Event): void {
  const window = event.currentTarget
  if (!(window instanceof HTMLElement)) return
  event.preventDefault()
  const asked = window.querySelector<HTMLElement>('[data-autofocus]')
  const field = matchMedia('(pointer: fine)').matches
    ? window.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')
    : null
  ;(asked ?? field ?? window).focus()
}
