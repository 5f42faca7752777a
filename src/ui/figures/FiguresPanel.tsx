import { usePlayground } from '../../stores/react'
import { Folds } from './Folds'
import styles from './Figures.module.css'
import { tellsWhoWaits } from './parts'
import { PriceView } from './PriceView'
import { WhoWaits } from './WhoWaits'

/** What a lesson can count and compute from its rows: states at any version, who waits, what variants cost. */
export function FiguresPanel() {
  const lesson = usePlayground((state) => state.lesson)
  return (
    <section aria-label="Figures" className={styles.panel}>
      {lesson.folds?.map((fold) => (
        <Folds key={fold.title} fold={fold} />
      ))}
      {tellsWhoWaits(lesson) && <WhoWaits />}
      {lesson.price && <PriceView lesson={lesson} price={lesson.price} />}
    </section>
  )
}
