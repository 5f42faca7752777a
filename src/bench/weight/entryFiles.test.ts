import { describe, expect, it } from 'vitest'
import { neededFiles } from './entryFiles'

const manifest = {
  'index.html': {
    file: 'assets/index.js',
    isEntry: true,
    imports: ['_shared.js'],
    dynamicImports: ['src/lazy.ts'],
    css: ['assets/index.css'],
  },
  '_shared.js': { file: 'assets/shared.js', imports: ['_deep.js', 'index.html'] },
  '_deep.js': { file: 'assets/deep.js', css: ['assets/deep.css', 'assets/index.css'] },
  'src/lazy.ts': { file: 'assets/lazy.js', css: ['assets/lazy.css'] },
}

describe('the files of an entry', () => {
  it('are what it imports statically, each once, and nothing that comes later', () => {
    expect(neededFiles(manifest, 'index.html')).toEqual({
      scripts: ['assets/index.js', 'assets/shared.js', 'assets/deep.js'],
      styles: ['assets/index.css', 'assets/deep.css'],
    })
  })
})
