import only from 'astro/runtime/client/only.js';

/** The client directives that this site uses, where Astro's element looks for them. */
(globalThis as { Astro?: object }).Astro = { only };
