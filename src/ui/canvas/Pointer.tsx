import styles from './Pointer.module.css'

interface PointerProps {
  /** Groups after the first have other pointers. */
  readonly place: number
}

/** Where a group reads on: full for the first group, hollow for the second, barred for the others. */
export function Pointer({ place }: PointerProps) {
  return (
    <svg className={styles.pointer} width={10} height={8} viewBox="0 0 10 8" aria-hidden>
      <path
        className={place === 0 ? styles.full : styles.hollow}
        d={place < 2 ? 'M5 1 9 7H1z' : 'M5 1 9 7H1zM3 4.5h4'}
      />
    </svg>
  )
}
