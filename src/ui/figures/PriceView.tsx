import type { Lesson, Price } from '../../lessons/definition'
import { useCover } from '../lesson/useCover'
import { Button } from '../primitives/Button'
import { Bills } from './Bills'
import styles from './Figures.module.css'
import { Load } from './Load'

interface PriceProps {
  readonly lesson: Lesson
  readonly price: Price
}

/** What every variant costs and brings; covered while it would give a prediction away. */
export function PriceView({ lesson, price }: PriceProps) {
  const { covered, reveal } = useCover()
  return (
    <section className={styles.part}>
      <h2>What it costs and what it brings</h2>
      {covered ? (
        <div className={styles.covered}>
          <p>The comparison would answer the lesson’s question.</p>
          <Button size="small" onClick={reveal}>
            Show the comparison
          </Button>
        </div>
      ) : (
        <>
          <Bills lesson={lesson} price={price} />
          <Load lesson={lesson} price={price} />
        </>
      )}
    </section>
  )
}
