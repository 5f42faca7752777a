import { describe, expect, it } from 'vitest'
import { lateChunks, neededFiles } from './neededFiles'

const manifest = {
  'index.html': {
    file: 'assets/index.js',
    isEntry: true,
    imports: ['_shared.js'],
    dynamicImports: ['src/late.ts', 'src/never.ts'],
    css: ['assets/index.css'],
  },
  '_shared.js': { file: 'assets/shared.js', imports: ['_deep.js', 'index.html'] },
  '_deep.js': { file: 'assets/deep.js', css: ['assets/deep.css', 'assets/index.css'] },
  'src/late.ts': {
    file: 'assets/late.js',
    isDynamicEntry: true,
    imports: ['_deep.js'],
    css: ['assets/late.css'],
  },
  'src/never.ts': { file: 'assets/never.js', isDynamicEntry: true },
}

describe('the files that are needed', () => {
  it('are the static imports, each once, and nothing that comes later', () => {
    expect(neededFiles(manifest, ['index.html'])).toEqual({
      scripts: ['assets/index.js', 'assets/shared.js', 'assets/deep.js'],
      styles: ['assets/index.css', 'assets/deep.css'],
    })
  })

  it('grow by the late chunks that are needed too', () => {
    const { scripts, styles } = neededFiles(manifest, ['index.html', 'src/late.ts'])
    expect(scripts).toContain('assets/late.js')
    expect(styles).toContain('assets/late.css')
    expect(scripts).not.toContain('assets/never.js')
  })

  it('may be among the late chunks that were asked for', () => {
    const asked = ['assets/index.js', 'assets/deep.js', 'assets/late.js']
    expect(lateChunks(manifest, asked)).toEqual(['src/late.ts'])
  })
})
