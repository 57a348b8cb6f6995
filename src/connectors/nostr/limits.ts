/** strfry, the relay most in use, takes events of 65,536 bytes; a character is four at most. See the manifest. */
export const maxText = 16_000
export const maxImages = 10
export const maxImageBytes = 10_000_000
