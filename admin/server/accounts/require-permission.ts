import type { MiddlewareHandler } from 'hono';
import type { Permission } from '../../shared/roles.ts';
import type { AppEnv } from '../app-context.ts';
import { mustHave } from './permissions.ts';

/** Lets a route be asked only by those who have a permission. For routes behind the sign-in. */
export const requirePermission =
  (permission: Permission, sentence?: string): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    mustHave(c.var.person!, permission, sentence);
    await next();
  };
