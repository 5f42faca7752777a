/** The hatching of what is dead; used as `url(#id)` in the same drawing. */
export function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M0 0V6" stroke="var(--dead-line)" strokeWidth={1.1} opacity={0.75} />
      </pattern>
    </defs>
  )
}
