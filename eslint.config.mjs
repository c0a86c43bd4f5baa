import tseslint from 'typescript-eslint';
import astro from 'eslint-plugin-astro';
import reactHooks from 'eslint-plugin-react-hooks';

export default tseslint.config(
  { ignores: ['node_modules', '**/dist', 'data', '.astro', 'coverage', 'tests/fixtures', 'test-results'] },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...astro.configs.recommended,
  {
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
    },
  },
  {
    // Runs in readers' browsers without polyfills: Chromium 90, Firefox 100 and Safari 15 lack these.
    files: ['src/islands/**', 'src/search/**'],
    ignores: ['**/*.test.ts', 'src/search/build/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[computed=false][property.name=/^(at|findLast|findLastIndex|toReversed|toSorted|toSpliced|with|hasOwn|groupBy|structuredClone)$/]',
          message: 'Chromium 90, Firefox 100 or Safari 15 does not have this.',
        },
        { selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]', message: 'Safari 15 cannot look behind.' },
      ],
    },
  },
  // Astro's own ambient types use the triple-slash form.
  { files: ['**/*.d.ts'], rules: { '@typescript-eslint/triple-slash-reference': 'off' } },
);
