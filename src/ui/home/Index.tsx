import { classes } from '../primitives/classes'
import { capstone, patterns, pitfalls, questions } from './contents'
import { Glyph } from './Glyph'
import { LessonLink } from './LessonLink'
import styles from './Index.module.css'

interface IndexProps {
  /** Where a lesson is; null while it is still to come. */
  readonly hrefOf: (lesson: string) => string | null
}

/** Five patterns, four questions, three pitfalls, and all of it together. */
export function Index({ hrefOf }: IndexProps) {
  return (
    <div className={styles.index}>
      <section aria-labelledby="patterns" className={styles.patterns}>
        <h2 id="patterns">Five patterns</h2>
        <ul>
          {patterns.map(({ number, id, title, line }) => (
            <li key={id}>
              <LessonLink
                title={title}
                line={line}
                look="quote"
                href={hrefOf(id)}
                before={<span className={styles.number}>{number}</span>}
                after={<Glyph lesson={id} />}
              />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="questions" className={styles.questions}>
        <h2 id="questions">Four questions for your design</h2>
        <ul>
          {questions.map(({ id, title, line }) => (
            <li key={id}>
              <LessonLink
                title={title}
                line={line}
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
          {pitfalls.map(({ id, title, line }) => (
            <li key={id}>
              <LessonLink title={title} line={line} href={hrefOf(id)} />
            </li>
          ))}
        </ul>
        <Capstone href={hrefOf(capstone.id)} />
      </section>
    </div>
  )
}

function Capstone({ href }: { readonly href: string | null }) {
  return (
    <div className={styles.capstone}>
      <LessonLink title={capstone.title} line={capstone.line} href={href} />
      <ul className={styles.bricks} aria-label="Its bricks">
        {capstone.bricks.map((brick) => (
          <li key={brick} className={classes(brick === capstone.out && styles.out)}>
            {brick}
          </li>
        ))}
      </ul>
    </div>
  )
}
