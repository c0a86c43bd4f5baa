import type { roles as tableOfRoles } from '../../shared/roles.ts';

// More roles, so that tests can distinguish every permission. They exist only in this table.
const moreRoles = {
  reader: { name: '读者', summary: '只看', permissions: ['read'] },
  writer: { name: '撰稿', summary: '只写稿', permissions: ['read', 'edit'] },
  publisher: { name: '发布', summary: '写稿和发布', permissions: ['read', 'edit', 'publish'] },
  deputy: { name: '副管理员', summary: '只管账号', permissions: ['read', 'manageAccounts'] },
};

/** Adds the roles to the module `roles.ts`, for `vi.mock`. */
export const withMoreRoles = <Module extends { roles: typeof tableOfRoles }>(module: Module): Module => ({
  ...module,
  roles: { ...module.roles, ...moreRoles },
});

/** All roles, and `guest`, which is only in the database. */
export const everyRole = ['owner', 'editor', ...Object.keys(moreRoles), 'guest'];
