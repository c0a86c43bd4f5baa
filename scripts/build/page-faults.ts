// What for: a page that cannot be rendered is written down, and Astro goes on with the others.
// How: in astro.config.mjs; PAGE_FAULTS names the file, one line of JSON a page. Without it, nothing changes.
import { appendFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { isPageFault } from '../../src/html/page-fault.ts';
import { withoutBase } from '../../src/site/base-path.ts';

export interface Fault {
  /** The page or the entry at fault, without base path. Undefined if nobody knows. */
  address?: string | undefined;
  /** For the network administrator. */
  message: string;
}

/** Astro 7.3.5 stops at the first page that fails. Its prerenderer may be wrapped. */
export function pageFaults(file = process.env['PAGE_FAULTS']): AstroIntegration {
  const note = (url: string, error: unknown): void => {
    const page = decodedPage(new URL(url).pathname);
    const fault: Fault = {
      address: isPageFault(error) ? error.address : page,
      message: `${page}: ${error instanceof Error ? error.message : String(error)}`.slice(0, 500),
    };
    appendFileSync(file ?? '', `${JSON.stringify(fault)}\n`);
  };
  return {
    name: 'hub-page-faults',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        if (file === undefined) return;
        setPrerenderer((astro) => ({
          ...astro,
          async render(request, options) {
            try {
              const result = await astro.render(request, options);
              const response = result instanceof Response ? result : result.response;
              if (!response.body) return result;
              // Most of a page is rendered only when its body is read.
              const whole = new Response(await response.arrayBuffer(), response);
              return result instanceof Response ? whole : { ...result, response: whole };
            } catch (error) {
              note(request.url, error);
              // No page is written for an answer without a body.
              return new Response(null);
            }
          },
        }));
      },
    },
  };
}

/** Astro encodes the address of a page: `/files/notices/2026/a/%E8%A1%A8.pdf`. */
function decodedPage(pathname: string): string {
  try {
    return withoutBase(decodeURI(pathname)) ?? pathname;
  } catch {
    return pathname;
  }
}
