import type { MiddlewareHandler } from 'hono';
import type { Permission } from '../../shared/roles.ts';
import type { AppEnv } from '../app-context.ts';
import { assertPermission } from './permissions.ts';

/** Middleware that requires a permission. Only for routes that require sign-in. */
export const requirePermission =
  (permission: Permission, sentence?: string): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    assertPermission(c.var.person!, permission, sentence);
    await next();
  };
