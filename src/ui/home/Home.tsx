import type { ReactNode } from 'react'
import type { About } from '../../lessons/definition'
import { Index } from './Index'
import styles from './Home.module.css'

interface HomeProps {
  readonly lessons: readonly About[]
  /** Where a lesson is. */
  readonly hrefOf: (lesson: string) => string
  /** The headline beside a running system. */
  readonly lead: ReactNode
}

/** The first page: one sentence beside one running system, then the index. */
export function Home({ lessons, hrefOf, lead }: HomeProps) {
  return (
    <>
      {lead}
      <div className={styles.wrap}>
        <Index lessons={lessons} hrefOf={hrefOf} />
      </div>
      <footer className={styles.footer}>
        <p>
          Faultline runs every system on this page inside this tab: a deterministic simulation of
          services, brokers and databases. The code you read is the code that runs.
        </p>
        <p>Nothing leaves your browser: no account, no tracking, no server.</p>
        <p>Free software under the MIT licence.</p>
      </footer>
    </>
  )
}
