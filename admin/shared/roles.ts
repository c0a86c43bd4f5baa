/**
 * The table of roles and permissions. To add a role, add a line: types, forms, the command line, the server and the desk
 * all use this table.
 */

export const permissions = ['read', 'edit', 'publish', 'delete', 'manageAccounts'] as const;
export type Permission = (typeof permissions)[number];

interface RoleDescription {
  /** Display name. */
  name: string;
  /** Description in the form for new accounts. */
  summary: string;
  permissions: readonly Permission[];
}

/** In the order of the form; the first one is the default. */
export const roles = {
  editor: { name: '编辑', summary: '写稿和发布', permissions: ['read', 'edit', 'publish', 'delete'] },
  owner: { name: '管理员', summary: '还能管理账号', permissions },
} as const satisfies Readonly<Record<string, RoleDescription>>;

export type Role = keyof typeof roles;

/** The role of the first account. */
export const firstRole: Role = 'owner';

/** All permissions of the signed-in person, as sent to the desk. */
export type Permissions = Readonly<Record<Permission, boolean>>;
