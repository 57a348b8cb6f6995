/** See the manifest for where these come from. */
export const maxText = 20_000
export const maxImages = 4
export const maxImageBytes = 1_000_000
