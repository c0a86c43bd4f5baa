/** Thrown for a document that must not be stored. The message is the reason and what to do, as the rest of a sentence. */
export class UnsafeDocument extends Error {}

/** Thrown for a document that cannot be read completely. */
export class BrokenDocument extends Error {}
