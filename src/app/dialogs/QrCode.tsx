import { useEffect, useState } from 'react'
import styles from './QrCode.module.css'

/** Longer links would need more modules than a phone reads from a projector. */
export const qrTextMax = 700

/** The text as a QR code, dark on white in both themes, as readers want it. */
export function QrCode({ text }: { readonly text: string }) {
  const [modules, setModules] = useState<readonly (readonly boolean[])[]>([])
  useEffect(() => {
    let wanted = true
    void import('uqr').then(({ encode }) => {
      if (wanted) setModules(encode(text, { ecc: 'L', border: 2 }).data)
    })
    return () => {
      wanted = false
    }
  }, [text])
  const size = modules.length
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.code}
        viewBox={`0 0 ${Math.max(size, 1)} ${Math.max(size, 1)}`}
        shapeRendering="crispEdges"
        aria-hidden
      >
        <path d={pathOf(modules)} />
      </svg>
      <figcaption>Scan to open this run on another screen.</figcaption>
    </figure>
  )
}

const pathOf = (modules: readonly (readonly boolean[])[]) =>
  modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter(Boolean)
    .join('')
