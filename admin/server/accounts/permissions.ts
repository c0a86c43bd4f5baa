import { permissions, roles } from '../../shared/roles.ts';
import type { Permission, Permissions, Role } from '../../shared/roles.ts';
import { Refusal } from '../../shared/refusal.ts';

/** A signed-in person. */
export interface Person {
  username: string;
  /** 姓名, shown next to everything the person does. */
  name: string;
  email: string;
  /** As stored in the database; another version of the hub may have written a role that is unknown here. */
  role: string;
}

export const isRole = (text: string): text is Role => Object.hasOwn(roles, text);

/** A role that is not in the table has no permission. */
export function may({ role }: Pick<Person, 'role'>, permission: Permission): boolean {
  const granted: readonly Permission[] = isRole(role) ? roles[role].permissions : [];
  return granted.includes(permission);
}

const generalSentence = '您的账号不能做这件事，需要时请找管理员。';

export function assertPermission(person: Person, permission: Permission, sentence?: string): void {
  if (may(person, permission)) return;
  const reason = isRole(person.role) ? (sentence ?? generalSentence) : unknownRoleSentence;
  throw new Refusal(403, reason);
}

export const permissionsOf = (person: Pick<Person, 'role'>): Permissions =>
  Object.fromEntries(permissions.map((each) => [each, may(person, each)])) as Permissions;

/** `编辑`; an unknown role is shown as stored in the database. */
export const roleName = (role: string): string =>
  isRole(role) ? roles[role].name : `未知角色“${role}”（没有任何权限）`;

const unknownRoleSentence = '您的账号没有可用的角色，所以什么也不能做。请找管理员。';

/** Parses a role from a form or the command line. */
export function readRole(text: string): Role {
  if (isRole(text)) return text;
  const known = Object.entries(roles).map(([role, { name }]) => `${role}（${name}）`);
  throw new Refusal(422, `没有“${text}”这个角色。可以用的角色：${known.join('、')}。`);
}
