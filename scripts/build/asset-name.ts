/**
 * The name of a built file. Pictures keep the letters and digits of their names, and nothing that means something in
 * HTML, in `srcset` or in CSS: pages are searched for the names of their pictures, for downloads and without network.
 */
export const assetName = (name: string): string => name.replace(/[^\p{L}\p{N}._-]+/gu, '_');
