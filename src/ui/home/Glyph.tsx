import { glyphs } from './glyphs'
import styles from './Glyph.module.css'

/** The small drawing of a pattern. */
export function Glyph({ lesson }: { readonly lesson: string }) {
  const strokes = glyphs[lesson] ?? []
  return (
    <svg className={styles.glyph} width="64" height="44" viewBox="0 0 64 44" aria-hidden>
      {strokes.map(([kind, d]) => (
        <path key={kind + d} className={styles[kind]} d={d} />
      ))}
    </svg>
  )
}
