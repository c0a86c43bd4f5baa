/**
 * Starts the islands of a page. It is what Astro would write into the page as inline scripts, from the same files of
 * Astro, and in the same order; `components/Island.astro` takes those out.
 */
import './directives.ts';
import 'astro/runtime/server/astro-island.js';
