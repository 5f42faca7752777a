import { expect, it } from 'vitest'
import { sourceFile } from '../../build/sources'
import { programLines } from './sourceLines'

it('counts what a program says, and nothing around it', async () => {
  const source = await sourceFile(
    'a.ts',
    [
      "import { a } from './a'",
      'import {',
      '  b,',
      "} from './b'",
      '',
      '/**',
      ' * Says what it does.',
      ' */',
      'export function* run() {',
      '  // Why.',
      "  yield* a('x') // and so",
      '',
      '  yield* b()',
      '}',
    ].join('\n'),
  )
  expect(programLines(source)).toBe(4)
})
