/** Somebody who is signed in. */
export interface Person {
  username: string;
  /** 姓名, shown beside everything they do. */
  name: string;
  email: string;
  role: Role;
}

export type Role = 'owner' | 'editor';
export const roleNames: Readonly<Record<Role, string>> = { owner: '管理员', editor: '编辑' };

export type Deed = 'edit' | 'publish' | 'delete' | 'manageAccounts';

/** The entry a deed is about, for the rules that depend on who wrote and who reviewed it. */
export interface Subject {
  collection: string;
  folder: string;
  writtenBy?: readonly string[];
}

const allowed: Readonly<Record<Role, readonly Deed[]>> = {
  owner: ['edit', 'publish', 'delete', 'manageAccounts'],
  editor: ['edit', 'publish', 'delete'],
};

/**
 * The one place that says who may do what. Today the role alone decides; the review chain (three stages,
 * no two by one person) will look at the subject here, and nowhere else.
 */
export function may(person: Person, deed: Deed, _subject?: Subject): boolean {
  return allowed[person.role].includes(deed);
}

export const deedsOf = (person: Person): Record<Deed, boolean> => ({
  edit: may(person, 'edit'),
  publish: may(person, 'publish'),
  delete: may(person, 'delete'),
  manageAccounts: may(person, 'manageAccounts'),
});
