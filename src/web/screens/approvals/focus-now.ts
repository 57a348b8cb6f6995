/** For a field that a press has just opened: the writing goes on there. */
export const focusNow = (element: HTMLElement | null): void => element?.focus()
