import { keyNames, spokenKeys } from './keys'
import styles from './Kbd.module.css'

/** A shortcut such as `mod+k` or `shift+ArrowLeft`, in the signs of this machine. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys}>
      <span aria-hidden className={styles.keys}>
        {keyNames(keys).map((name) => (
          <kbd key={name}>{name}</kbd>
        ))}
      </span>
      <span className="visually-hidden">{spokenKeys(keys)}</span>
    </span>
  )
}
