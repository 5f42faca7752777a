import { whenIdle } from './whenIdle'

/** Loads once the page has shown what matters more; gives back how to wait for it, or to try again. */
export function soon<T>(load: () => Promise<T>): () => Promise<T> {
  const loading = new Promise<void>((resolve) => whenIdle(resolve)).then(load)
  loading.catch(() => {})
  return () => loading.catch(load)
}
