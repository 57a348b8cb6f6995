/** Of the body of a template, its own words included. */
export const maxText = 1024
