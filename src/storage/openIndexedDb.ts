import type { Backend } from './backend'

/** Dexie comes with its own chunk, after the first picture. */
export async function openIndexedDb(): Promise<Backend> {
  const { openDexieBackend } = await import('./dexieBackend')
  return openDexieBackend()
}
