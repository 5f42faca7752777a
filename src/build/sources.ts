import { readFile } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import type { Plugin } from 'vite'
import { colour } from './colour.ts'
import { bodyFromOf, stepsOf } from './steps.ts'

/** Prepares one file for showing: coloured lines, and where its steps are. */
export async function sourceFile(file: string, code: string): Promise<SourceFile> {
  const text = code.replaceAll('\r\n', '\n').replace(/\n+$/, '')
  const lines = await colour(text, file.endsWith('x') ? 'tsx' : 'typescript')
  return { file, lines, steps: stepsOf(lines), bodyFrom: bodyFromOf(lines) }
}

const suffix = '?source'

/**
 * Makes `import source from './handler.ts?source'` give the file as the page shows it.
 *
 * The learner reads the very file that runs, and its colours cost the browser nothing.
 */
export function sources(): Plugin {
  let root = ''
  return {
    name: 'faultline:sources',
    enforce: 'pre',
    configResolved: (config) => {
      root = `${config.root}/src`
    },
    async load(id) {
      if (!id.endsWith(suffix)) return null
      const path = id.slice(0, -suffix.length)
      this.addWatchFile(path)
      const file = relative(root, path).split(sep).join('/')
      const source = await sourceFile(file, await readFile(path, 'utf8'))
      return {
        code: `export default ${JSON.stringify(source)}`,
        map: { mappings: '' },
        moduleType: 'js',
        moduleSideEffects: false,
      }
    },
  }
}
