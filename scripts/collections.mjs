// What for: lists the collections, one per file in src/model/collections/, for code that cannot read folders.
// How: imported by run.mjs, which updates the list before every command. Uses nothing but Node >= 20.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = 'src/model/collections';
/** Written only by this script. Kept in git, so that any tool can check and build a clone. */
export const listFile = 'src/model/collections.generated.ts';

/**
 * Writes the list if it differs from the folder.
 *
 * @param {string} root the project's folder
 */
export function renewCollections(root) {
  const file = path.join(root, listFile);
  const text = collectionsList(root);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(file, text);
}

/**
 * The list as a module. The types go into an interface of another file, which a rule can import without the list: the
 * list imports the descriptions, and they import their rules.
 *
 * @param {string} root the project's folder
 * @returns {string} TypeScript
 */
export function collectionsList(root) {
  const names = namesIn(root);
  const lines = (of) => names.map(of).join('\n');
  const key = (name) => (/^\w+$/.test(name) ? name : `'${name}'`);
  const entry = (name) => (key(name) === variableOf(name) ? name : `${key(name)}: ${variableOf(name)}`);
  return `// Written by scripts/collections.mjs from ${folder}/. Add, rename or remove a file there; do not edit this one.
${lines((name) => `import { ${variableOf(name)} } from './collections/${name}.ts';`)}
import type { Collections } from './collection-types.ts';

declare module './collection-types.ts' {
  interface Collections {
${lines((name) => `    ${key(name)}: typeof ${variableOf(name)};`)}
  }
}

/** By name. The \`order\` in each description gives its place in lists. */
export const described: Collections = {
${lines((name) => `  ${entry(name)},`)}
};
`;
}

/** Skips files without `defineCollection`, such as fields that several collections share. */
function namesIn(root) {
  return readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(path.join(root, folder, file), 'utf8');
      if (!/\bdefineCollection\(/.test(text)) return [];
      const name = file.slice(0, -'.ts'.length);
      const wanted = `export const ${variableOf(name)} = defineCollection({`;
      if (!text.includes(wanted)) throw new Error(`${folder}/${file} should have the line "${wanted}".`);
      return [name];
    });
}

/** `lost-and-found` -> `lostAndFound` */
const variableOf = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
