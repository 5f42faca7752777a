import { useMemo } from 'react'
import { usePlayground } from '../../stores/react'
import { databasesOf, type DatabaseRef } from './tables'
import { TableView } from './TableView'
import styles from './RowsPanel.module.css'

/** What every database and broker keeps at the play head, with all columns. */
export function RowsPanel() {
  const system = usePlayground((state) => state.system)
  const databases = useMemo(() => databasesOf(system), [system])
  return (
    <section aria-label="Rows" className={styles.panel}>
      {databases.map((database) => (
        <Database key={database.id} database={database} />
      ))}
    </section>
  )
}

function Database({ database }: { readonly database: DatabaseRef }) {
  return (
    <section className={styles.database} data-kind={database.kind}>
      <h2 className={styles.title}>{database.title}</h2>
      {database.tables.map((table) => (
        <TableView key={table.table} table={table} />
      ))}
    </section>
  )
}
