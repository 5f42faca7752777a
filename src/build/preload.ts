import type { Plugin } from 'vite'

/** Modules that every page needs for its first picture, although they are loaded after the shell. */
const firstPicture = ['src/app/lesson/OpenedLesson.tsx']

interface Chunk {
  readonly fileName: string
  readonly facadeModuleId?: string | null
  readonly imports?: readonly string[]
}

/** Lets the browser fetch the chunks of the first picture together with the shell instead of after it. */
export function preload(): Plugin {
  return {
    name: 'faultline:preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const chunks = Object.values(bundle) as readonly Chunk[]
        const wanted = chunks.filter(({ facadeModuleId }) =>
          firstPicture.some((module) => facadeModuleId?.endsWith(module)),
        )
        const files = new Set(
          wanted.flatMap(({ fileName, imports = [] }) => [...imports, fileName]),
        )
        return [...files]
          .filter((file) => !html.includes(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
            injectTo: 'head' as const,
          }))
      },
    },
  }
}
