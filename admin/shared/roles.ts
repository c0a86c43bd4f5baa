/**
 * Who may do what, as one table. A role is one line of it: types, the form for new accounts, the command line, what
 * the server refuses and what the desk offers all read it here.
 */

export const permissions = ['read', 'edit', 'publish', 'delete', 'manageAccounts'] as const;
export type Permission = (typeof permissions)[number];

interface RoleDescription {
  /** As people see it. */
  name: string;
  /** What it is for, beside its name in the form for new accounts. */
  summary: string;
  permissions: readonly Permission[];
}

/** In the order in which the form offers them; the first one is chosen unless somebody says otherwise. */
export const roles = {
  editor: { name: '编辑', summary: '写稿和发布', permissions: ['read', 'edit', 'publish', 'delete'] },
  owner: { name: '管理员', summary: '还能管理账号', permissions },
} as const satisfies Readonly<Record<string, RoleDescription>>;

export type Role = keyof typeof roles;

/** The role of the first account, which gives all others theirs. */
export const firstRole: Role = 'owner';

/** Every permission, and whether somebody has it: what the desk is told of whoever is signed in. */
export type Permissions = Readonly<Record<Permission, boolean>>;
