/** Thrown for a drawing that must not be stored. The message is the reason, as the second half of a sentence. */
export class UnsafeSvg extends Error {}
