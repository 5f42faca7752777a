import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
const tsgolint = join(root, 'node_modules/.bin/tsgolint')

const conditionalHook = `import { useState } from 'react'
export function A(p: { a: boolean }) {
  if (p.a) useState(1)
  return null
}`

const switchWithAGap = `export function f(a: 'x' | 'y') {
  switch (a) {
    case 'x':
      return 1
  }
  return 2
}`

/** What must be caught: in which file, which code, by which rule, and a word of the advice given. */
const offences: readonly [file: string, code: string, rule: string, advice: string][] = [
  ['engine/clock.ts', 'export const now = Date.now()', 'no-restricted-globals', 'virtual time'],
  ['engine/perf.ts', 'export const t = performance.now()', 'no-restricted-globals', 'virtual time'],
  ['engine/world.ts', 'export const t = globalThis.Date', 'no-restricted-globals', 'name itself'],
  ['engine/log.ts', 'export const a = Math.log(2)', 'no-restricted-properties', 'integer'],
  ['engine/alias.ts', 'export const { sin } = Math', 'no-restricted-properties', 'integer'],
  ['patterns/pow.ts', 'export const a = Math.pow(2, 3)', 'no-restricted-properties', 'integer'],
  ['lessons/x/luck.ts', 'export const a = Math.random()', 'no-restricted-properties', 'draw('],
  ['lessons/x/id.ts', 'export const a = crypto.randomUUID()', 'no-restricted-globals', 'draw('],
  ['patterns/wait.ts', 'setTimeout(() => {}, 1)', 'no-restricted-globals', 'sleep('],
  ['playback/sort.ts', "export const a = 'a'.localeCompare('b')", 'no-restricted-properties', '<'],
  ['playback/show.ts', 'export const a = (1).toLocaleString()', 'no-restricted-properties', 'ui'],
  ['explorer/text.ts', 'export const a = new Intl.NumberFormat()', 'no-restricted-globals', 'ui'],
  ['share/load.ts', "export const a = fetch('x')", 'no-restricted-globals', 'hand the data in'],
  ['document/keep.ts', "localStorage.setItem('a', 'b')", 'no-restricted-globals', 'src/storage'],
  ['ui/canvas/loop.tsx', 'requestAnimationFrame(() => {})', 'no-restricted-globals', 'loop.ts'],
  ['playback/frame.ts', 'requestAnimationFrame(() => {})', 'no-restricted-globals', 'loop.ts'],

  [
    'engine/up.ts',
    "import { a } from '../document/a'\na()",
    'no-restricted-imports',
    'no other folder',
  ],
  ['engine/npm.ts', "import { a } from 'dexie'\na()", 'no-restricted-imports', 'no packages'],
  ['engine/node.ts', "import { a } from 'node:fs'\na()", 'no-restricted-imports', 'no packages'],
  [
    'patterns/saga/door.ts',
    "import { a } from '../../engine/queue'\na()",
    'no-restricted-imports',
    'door',
  ],
  ['app/door.ts', "import { a } from '../engine/queue'\na()", 'no-restricted-imports', 'door'],
  [
    'share/side.ts',
    "import { a } from '../storage/a'\na()",
    'no-restricted-imports',
    'only document',
  ],
  ['share/zod.ts', "import { a } from 'zod'\na()", 'no-restricted-imports', 'fflate'],
  [
    'storage/back.ts',
    "import { a } from '../stores/a'\na()",
    'no-restricted-imports',
    'only document',
  ],
  [
    'stores/back.ts',
    "import { a } from '../ui/a'\na()",
    'no-restricted-imports',
    'may import only',
  ],
  ['ui/run.tsx', "import { a } from '../engine'\na()", 'no-restricted-imports', 'import type'],
  [
    'ui/deep/disk.tsx',
    "import { a } from '../../storage/a'\na()",
    'no-restricted-imports',
    'only stores',
  ],

  ['ui/any.ts', 'export const a: any = 1', 'no-explicit-any', ''],
  ['ui/default.ts', 'export default 1', 'no-default-export', ''],
  ['ui/print.ts', 'console.log(1)', 'no-console', ''],
  ['ui/hook.tsx', conditionalHook, 'rules-of-hooks', ''],
  ['ui/alt.tsx', 'export const A = () => <img src="a.png" />', 'alt-text', ''],
  ['ui/float.ts', 'async function f() {}\nf()', 'no-floating-promises', ''],
  ['ui/missing.ts', switchWithAGap, 'switch-exhaustiveness-check', ''],
  [
    'ui/values.ts',
    "import { T } from './type'\nexport const a: T = 1",
    'consistent-type-imports',
    '',
  ],
  ['ui/one.ts', "import { two } from './two'\nexport const one = () => two", 'no-cycle', ''],
]

/** What must pass, because a ban that hits too much is soon switched off. */
const blameless: readonly [file: string, code: string][] = [
  ['engine/fine.ts', "import { a } from './queue'\nexport const b = Math.imul(a, Math.floor(a))"],
  ['engine/clock.test.ts', 'export const a = Date.now()'],
  ['patterns/fine.ts', "import { a } from '../engine'\nexport const b = a"],
  ['document/fine.ts', "import { a } from 'valibot'\nexport const b = a"],
  ['lessons/x/lesson.ts', "import { a } from '../../patterns/fine'\nexport default a"],
  ['playback/loop.ts', 'requestAnimationFrame((ms) => performance.now() + ms)'],
  ['explorer/worker.ts', 'export const deadline = performance.now()'],
  ['ui/explorer/type.ts', "import type { A } from '../../engine'\nexport const b: A = 1"],
  ['ui/lesson/own.ts', "import { a } from '../explorer/type'\nexport const b = a"],
  ['cli/main.ts', 'console.log(1)'],
  ['ui/two.ts', "import { one } from './one'\nexport const two = () => one"],
  ['ui/type.ts', 'export type T = number'],
  ['engine/queue.ts', 'export const a = 1'],
]

interface Finding {
  readonly code: string
  readonly help?: string
  readonly message: string
  readonly filename: string
}

let folder = ''
let findings: readonly Finding[] = []

function write(file: string, text: string) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'faultline-lint-'))
  cpSync(join(root, 'src/oxlint.config.mjs'), join(folder, 'src/oxlint.config.mjs'))
  write('src/tsconfig.json', '{ "compilerOptions": { "strict": true, "jsx": "react-jsx" } }')
  for (const [file, code] of [...offences, ...blameless]) write(`src/${file}`, `${code}\n`)
  const run = spawnSync(
    process.execPath,
    [oxlint, '--config', 'src/oxlint.config.mjs', '--type-aware', '--format', 'json', 'src'],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, OXLINT_TSGOLINT_PATH: tsgolint } },
  )
  findings = (JSON.parse(run.stdout) as { diagnostics: Finding[] }).diagnostics
})

afterAll(() => rmSync(folder, { recursive: true }))

const inFile = (file: string) => findings.filter(({ filename }) => filename === `src/${file}`)

describe('lint', () => {
  it.each(offences)('catches %s: %s', (file, _code, rule, advice) => {
    const found = inFile(file).filter(({ code }) => code.includes(`(${rule})`))
    expect(found, `${rule} says nothing`).not.toEqual([])
    expect(found.map(({ help, message }) => `${message} ${help ?? ''}`).join()).toContain(advice)
  })

  it.each(blameless)('lets %s pass: %s', (file) => {
    expect(inFile(file).filter(({ code }) => !code.includes('no-cycle'))).toEqual([])
  })
})
