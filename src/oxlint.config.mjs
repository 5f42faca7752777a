// Lint settings, passed to oxlint by flag. Every ban says what to use instead.
// `src/build/lint.test.ts` breaks each of them on purpose, so that none can rot silently.

/** Folders that must compute the same bits in every browser: no clock, no chance, no page. */
const pure = ['engine', 'patterns', 'document', 'lessons', 'playback', 'explorer', 'share']

/** What a folder may import: at run time, as types only, and from packages. */
const zones = {
  engine: {},
  patterns: { run: ['engine'] },
  document: { run: ['engine'], packages: ['valibot'] },
  lessons: { run: ['engine', 'patterns', 'document'] },
  playback: { run: ['engine'] },
  explorer: { run: ['engine'], types: ['document'] },
  share: { run: ['document'], packages: ['fflate', 'valibot'] },
  storage: { run: ['document', 'engine'], packages: 'any' },
  stores: {
    run: ['engine', 'patterns', 'document', 'lessons', 'playback', 'explorer', 'share', 'storage'],
    packages: 'any',
  },
  ui: {
    run: ['stores', 'playback'],
    types: ['engine', 'document', 'lessons', 'explorer', 'share'],
    packages: 'any',
  },
  styles: {},
  build: { packages: 'any' },
}

const otherFolders = ['app', 'cli', 'bench', 'testing']
const folders = [...Object.keys(zones), ...otherFolders]

const tests = ['**/*.test.ts', '**/*.test.tsx']
const codeOf = (folder) => `${folder}/**/*.{ts,tsx}`
const list = (names) => names.join(', ')

/** The relative path from a file `depth` folders below a layer up to `src`. */
const up = (depth) => `^(?:\\.\\./){${depth + 1}}`

/** Import rules of one folder for the files exactly `depth` folders below it. */
function zone(folder, { run = [], types = [], packages = [] }, depth) {
  const allowed = [...run, ...types]
  const forbidden = folders.filter((other) => other !== folder && !allowed.includes(other))
  const may = allowed.length > 0 ? `may import only ${list(allowed)}` : 'imports no other folder'
  const patterns = [
    {
      regex: `${up(depth)}(?:${forbidden.join('|')})(?:/|$)`,
      message: `src/${folder} ${may}: pass the value in, or move the code to the layer that needs both.`,
    },
  ]
  if (types.length > 0)
    patterns.push({
      regex: `${up(depth)}(?:${types.join('|')})(?:/|$)`,
      allowTypeImports: true,
      message: `src/${folder} takes only types from ${list(types)}: use 'import type', and let a store hand over the values.`,
    })
  if (folder !== 'engine') patterns.push(engineDoor(depth))
  if (packages !== 'any')
    patterns.push({
      group: ['*', '*/**', '!.', '!..', '!./**', '!../**', ...packages.map((name) => `!${name}`)],
      message: `src/${folder} uses ${packages.length > 0 ? `no package but ${list(packages)}` : 'no packages'}: write it in plain TypeScript, or do it in stores, storage or ui.`,
    })
  const files = `${folder}/${'*/'.repeat(depth)}*.{ts,tsx}`
  return {
    files: [files],
    excludeFiles: tests,
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  }
}

/** The engine has one door. */
function engineDoor(depth) {
  return {
    regex: `${up(depth)}engine/`,
    message: `Import from the engine's door, '${'../'.repeat(depth + 1)}engine'; export what is missing there.`,
  }
}

const depths = [0, 1, 2, 3, 4]
const doorOnly = otherFolders.flatMap((folder) =>
  depths.map((depth) => ({
    files: [`${folder}/${'*/'.repeat(depth)}*.{ts,tsx}`],
    rules: { 'no-restricted-imports': ['error', { patterns: [engineDoor(depth)] }] },
  })),
)

const onlyLoop = {
  name: 'requestAnimationFrame',
  message: 'src/playback/loop.ts owns the only loop: subscribe to it instead.',
}

/** Names of one reason, each with the reason as its message. */
const each = (names, message) => names.split(' ').map((name) => ({ name, message }))

const noTime = 'Wall time differs from run to run: use virtual time, which the engine hands in.'
const noTimer = "Timers run on wall time: yield* sleep(…) in a handler, or use the engine's queue."
const noLoad = 'Nothing pure loads anything: hand the data in.'
const noKeep = 'State is data: keep it in the document or in src/storage.'
const noPage = 'No page here: return data and let ui draw it.'

const worldly = [
  ...each('Date performance', noTime),
  ...each('setTimeout setInterval setImmediate queueMicrotask requestIdleCallback', noTimer),
  ...each('crypto', 'Not repeatable: use draw(…) of the engine, or count ids in your own rows.'),
  ...each('Intl', 'Depends on the reader: compare with < and >, and format in ui.'),
  ...each('fetch XMLHttpRequest WebSocket', noLoad),
  ...each('localStorage sessionStorage indexedDB', noKeep),
  ...each('document window navigator self', noPage),
  ...each('process', 'No Node here: read arguments and environment in src/cli.'),
  ...each('globalThis', 'Say the name itself, so that these rules can see it.'),
]

const inexact =
  'acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow sin sinh tan tanh'
    .split(' ')
    .map((property) => ({
      object: 'Math',
      property,
      message: `Math.${property} gives other bits in other browsers: use integer maths (+ - *, Math.imul, shifts, an integer table).`,
    }))

const localised =
  'localeCompare toLocaleString toLocaleDateString toLocaleTimeString toLocaleLowerCase toLocaleUpperCase'
    .split(' ')
    .map((property) => ({
      property,
      message: `${property} depends on the reader's language: compare with < and >, and format in ui.`,
    }))

const forbiddenProperties = [
  ...inexact,
  ...localised,
  {
    object: 'Math',
    property: 'random',
    message: 'Math.random cannot be repeated: use draw(…) of the engine.',
  },
]

export default {
  plugins: [
    'eslint',
    'typescript',
    'unicorn',
    'oxc',
    'react',
    'jsx-a11y',
    'import',
    'promise',
    'vitest',
  ],
  categories: { correctness: 'error', suspicious: 'off', pedantic: 'off', perf: 'off' },
  env: { builtin: true, browser: true, node: true },
  rules: {
    'eslint/eqeqeq': ['error', 'always', { null: 'ignore' }],
    'eslint/no-restricted-globals': ['error', onlyLoop],
    'eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    'eslint/no-var': 'error',
    'eslint/prefer-const': 'error',
    // TypeScript knows better than the import plugin what a module gives.
    'import/default': 'off',
    'import/named': 'off',
    'import/namespace': 'off',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/set-state-in-effect': 'error',
    'react/set-state-in-render': 'error',
    // A copy is what makes it safe to change a collection while walking it.
    'unicorn/no-useless-spread': 'off',
    'react/react-in-jsx-scope': 'off',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-non-null-assertion': 'error',
    // Rows hold any JSON, and putting a cell into a sentence is everyday work here.
    'typescript/no-base-to-string': 'off',
    'typescript/restrict-template-expressions': 'off',
    'typescript/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true },
    ],
    // Claims about every pair of a run are loops with conditions, which these two cannot follow.
    'vitest/expect-expect': 'off',
    'vitest/no-conditional-expect': 'off',
  },
  overrides: [
    {
      files: pure.map(codeOf),
      excludeFiles: [...tests, 'explorer/worker.ts', 'explorer/client.ts', 'playback/loop.ts'],
      rules: {
        'no-restricted-globals': ['error', onlyLoop, ...worldly],
        'no-restricted-properties': ['error', ...forbiddenProperties],
      },
    },
    ...Object.entries(zones).flatMap(([folder, allowed]) =>
      depths.map((depth) => zone(folder, allowed, depth)),
    ),
    ...doorOnly,
    { files: ['playback/loop.ts'], rules: { 'no-restricted-globals': 'off' } },
    {
      files: ['lessons/**/*.ts', '*.config.{ts,mjs}', '*.d.ts'],
      rules: { 'import/no-default-export': 'off' },
    },
    {
      files: [...Object.keys(zones), 'app'].filter((folder) => folder !== 'build').map(codeOf),
      rules: { 'no-console': 'error' },
    },
  ],
}
