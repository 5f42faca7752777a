import type { About } from '../../lessons/definition'
import { classes } from '../primitives/classes'
import { Glyph } from './Glyph'
import { LessonLink } from './LessonLink'
import styles from './Index.module.css'

interface IndexProps {
  readonly lessons: readonly About[]
  /** Where a lesson is. */
  readonly hrefOf: (lesson: string) => string
}

const bricks = ['key', 'outbox', 'saga', 'inbox', 'view', 'mail']
/** The brick that is drawn as taken out. */
const out = 'inbox'

/** Five patterns, four questions, three pitfalls, and all of it together. */
export function Index({ lessons, hrefOf }: IndexProps) {
  const ofKind = (kind: About['kind']) => lessons.filter((lesson) => lesson.kind === kind)
  return (
    <div className={styles.index}>
      <section aria-labelledby="patterns" className={styles.patterns}>
        <h2 id="patterns">Five patterns</h2>
        <ul>
          {ofKind('pattern').map(({ id, order, title, soundbite }) => (
            <li key={id}>
              <LessonLink
                title={title}
                line={soundbite}
                look="quote"
                href={hrefOf(id)}
                before={<span className={styles.number}>{order}</span>}
                after={<Glyph lesson={id} />}
              />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="questions" className={styles.questions}>
        <h2 id="questions">Four questions for your design</h2>
        <ul>
          {ofKind('test').map(({ id, title, soundbite }) => (
            <li key={id}>
              <LessonLink
                title={title}
                line={soundbite}
                href={hrefOf(id)}
                before={<span className={styles.box} aria-hidden />}
              />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="pitfalls" className={styles.pitfalls}>
        <h2 id="pitfalls">Three pitfalls</h2>
        <ul>
          {ofKind('pitfall').map(({ id, title, soundbite }) => (
            <li key={id}>
              <LessonLink title={title} line={soundbite} href={hrefOf(id)} />
            </li>
          ))}
        </ul>
        {ofKind('capstone').map((capstone) => (
          <Capstone key={capstone.id} lesson={capstone} href={hrefOf(capstone.id)} />
        ))}
      </section>
    </div>
  )
}

function Capstone({ lesson, href }: { readonly lesson: About; readonly href: string }) {
  return (
    <div className={styles.capstone}>
      <LessonLink title={lesson.title} line={lesson.soundbite} href={href} />
      <ul className={styles.bricks} aria-label="Its bricks">
        {bricks.map((brick) => (
          <li key={brick} className={classes(brick === out && styles.out)}>
            {brick}
          </li>
        ))}
      </ul>
    </div>
  )
}
