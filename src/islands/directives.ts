import only from 'astro/runtime/client/only.js';

/** The directives that islands of this site name, where Astro's element looks for them. */
(globalThis as { Astro?: object }).Astro = { only };
