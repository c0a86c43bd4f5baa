import type { roles as tableOfRoles } from '../../shared/roles.ts';

// Roles with one permission more each, so that every permission is told from its neighbours. A line of the table is
// all that they are; nothing else in the hub has heard of them.
const moreRoles = {
  reader: { name: '读者', summary: '只看', permissions: ['read'] },
  writer: { name: '撰稿', summary: '只写稿', permissions: ['read', 'edit'] },
  publisher: { name: '发布', summary: '写稿和发布', permissions: ['read', 'edit', 'publish'] },
  deputy: { name: '副管理员', summary: '只管账号', permissions: ['read', 'manageAccounts'] },
};

/** The module `roles.ts` with more lines in its table, for `vi.mock`. */
export const withMoreRoles = <Module extends { roles: typeof tableOfRoles }>(module: Module): Module => ({
  ...module,
  roles: { ...module.roles, ...moreRoles },
});

/** Those of the table, those added to it, and `guest`, which stands in the database and in no table. */
export const everyRole = ['owner', 'editor', ...Object.keys(moreRoles), 'guest'];
