/** Ten parts at worst (UCS-2, 67 characters each): see the manifest. */
export const maxText = 670
