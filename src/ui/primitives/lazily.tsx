import { lazy, Suspense, type ComponentType } from 'react'

/**
 * A named export as a component whose code is loaded when it is first shown. Until then its place is
 * empty, and what stands around it is not kept waiting.
 */
export function lazily<Name extends string, Props extends object>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
): ComponentType<Props> {
  const Loaded = lazy<ComponentType<Props>>(async () => ({ default: (await load())[name] }))
  return function Lazily(props) {
    return (
      <Suspense>
        <Loaded {...props} />
      </Suspense>
    )
  }
}
