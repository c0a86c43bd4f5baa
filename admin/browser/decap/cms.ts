import CMS from 'decap-cms-core';
import type { ComponentType } from 'react';

/** The part of Decap's registry that the desk uses. Decap's own types are outdated. */
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
