/** Ours: two pages of words at most, and two pictures. Each page is billed, and minutes of somebody's line. */
export const maxText = 5000
export const maxImages = 2
export const maxImageBytes = 2_000_000
