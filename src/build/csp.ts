import type { Plugin } from 'vite'

/** What the built page may load: its own files, and pictures it draws itself. */
export const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * Puts the content security policy into the built page.
 *
 * Only at build: the dev server sends inline scripts and styles for hot reload. A meta element is
 * used because static hosts let nobody set headers; it must stand before everything it governs.
 */
export function csp(): Plugin {
  return {
    name: 'faultline:csp',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
          injectTo: 'head-prepend',
        },
      ],
    },
  }
}
