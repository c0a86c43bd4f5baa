/**
 * Starts the islands of a page. It is what Astro would write into the page as inline scripts, from the same files of
 * Astro; `components/Island.astro` takes those out.
 */
import only from 'astro/runtime/client/only.js';
import 'astro/runtime/server/astro-island.js';

// An island that finds no directive of its name waits for this event.
(window as { Astro?: object }).Astro = { only };
window.dispatchEvent(new Event('astro:only'));
