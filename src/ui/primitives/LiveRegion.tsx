/** Says its text politely whenever the text changes; shows nothing. */
export function LiveRegion({ text }: { readonly text: string }) {
  return (
    <div aria-live="polite" aria-atomic className="visually-hidden">
      {text}
    </div>
  )
}
