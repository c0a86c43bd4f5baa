/**
 * Starts the islands of a page. Astro would write the same files, in the same order, into the page as inline scripts;
 * `components/Island.astro` removes those.
 */
import './directives.ts';
import 'astro/runtime/server/astro-island.js';
