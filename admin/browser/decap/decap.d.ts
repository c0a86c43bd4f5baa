// Decap's own types are outdated. Only what the desk uses is declared here.

declare module 'decap-cms-locales/dist/esm/*' {
  const phrases: Record<string, unknown>;
  export default phrases;
}

declare module 'decap-cms-core/dist/esm/redux/index.js' {
  import type { Map } from 'immutable';
  export interface State {
    entryDraft: Map<string, unknown>;
    editorialWorkflow: Map<string, unknown>;
    auth: { user?: object };
  }
  export const store: {
    getState(): State;
    dispatch(action: { type: string; payload?: unknown }): unknown;
    subscribe(listener: () => void): () => void;
  };
}

declare module 'decap-cms-core/dist/esm/backend.js' {
  export const Backend: { prototype: Record<string, unknown> };
}

declare module 'decap-cms-backend-proxy' {
  export const ProxyBackend: new (config: object, options?: object) => ProxyBackendInstance;
  export interface ProxyBackendInstance {
    branch: string;
  }
}

declare module 'decap-cms-lib-util' {
  export class EditorialWorkflowError extends Error {
    constructor(message: string, notUnderEditorialWorkflow: boolean);
  }
  export interface CursorData {
    actions: { has(action: string): boolean };
    data: { get(key: string): unknown } | undefined;
  }
  export const Cursor: { create(args: object): CursorData };
  export const CURSOR_COMPATIBILITY_SYMBOL: unique symbol;
  interface Storage {
    createInstance(options: { name: string }): Storage;
    setItem(key: string, value: unknown): Promise<unknown>;
    getItem<T>(key: string): Promise<T | null>;
    removeItem(key: string): Promise<void>;
    keys(): Promise<string[]>;
  }
  export const localForage: Storage;
}

declare module 'decap-cms-widget-*' {
  const widget: { Widget(): { name: string; controlComponent: new (props: never) => object } };
  export default widget;
}

declare module '*.css?url' {
  const address: string;
  export default address;
}
declare module '*.css';
