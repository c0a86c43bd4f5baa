import CMS from 'decap-cms-core';
import type { ComponentType } from 'react';

/** As much of Decap's registry as the desk uses. Its own types are older than its code. */
interface Registry {
  init(options: { config: object }): void;
  registerBackend(name: string, backend: unknown): void;
  registerCustomFormat(name: string, extension: string, format: object): void;
  registerEventListener(listener: { name: string; handler: (event: never) => unknown }): void;
  registerLocale(name: string, phrases: object): void;
  registerPreviewStyle(address: string): void;
  registerPreviewTemplate(name: string, component: ComponentType<never>): void;
  registerWidget(widget: object): void;
}

export const cms = CMS as unknown as Registry;
