import { useMemo } from 'react'
import type { Lesson, Price } from '../../lessons/definition'
import { billOf, type Bill } from '../../stores/price'
import { usePlayground } from '../../stores/react'
import { withUnit } from '../timeline/figure'
import styles from './Figures.module.css'
import { useIdleJobs } from './useIdleJobs'
import { useProgramLines } from './useProgramLines'
import { useWeather } from './useWeather'

interface BillsProps {
  readonly lesson: Lesson
  readonly price: Price
}

const counted: readonly { readonly title: string; readonly of: (bill: Bill) => number }[] = [
  { title: 'Services', of: (bill) => bill.services },
  { title: 'Databases', of: (bill) => bill.databases },
  { title: 'Brokers', of: (bill) => bill.brokers },
  { title: 'Messages a run', of: (bill) => bill.messages },
  { title: 'Failure points passed', of: (bill) => bill.points },
]

/** Every variant beside the others, counted in a run in which nothing fails. */
export function Bills({ lesson, price }: BillsProps) {
  const weather = useWeather()
  const jobs = useMemo(
    () =>
      lesson.variants.map(
        ({ id }) =>
          () =>
            billOf(lesson, id, weather),
      ),
    [lesson, weather],
  )
  const bills = useIdleJobs(jobs)
  const lines = useProgramLines(lesson)
  const chosen = usePlayground(({ scenario }) => scenario.variant) ?? lesson.variants[0]?.id
  const row = (title: string, cells: readonly (string | number | null | undefined)[]) => (
    <tr key={title}>
      <th scope="row">{title}</th>
      {cells.map((cell, place) => (
        <td key={lesson.variants[place]?.id}>{cell === undefined ? '…' : (cell ?? '–')}</td>
      ))}
    </tr>
  )
  return (
    // A table wider than the panel is scrolled by keys as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section aria-label="Comparison" tabIndex={0} className={styles.wide}>
      <table className={styles.bills}>
        <caption className="visually-hidden">What every variant needs and does</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">What is counted</span>
            </th>
            {lesson.variants.map(({ id, title }) => (
              <th key={id} scope="col" data-chosen={id === chosen}>
                {title}
                {id === chosen && <span className="visually-hidden">, shown now</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row(
            'Lines of the shown programs',
            lesson.variants.map(({ id }) => lines?.get(id)),
          )}
          {counted.map(({ title, of }) =>
            row(
              title,
              lesson.variants.map((_, place) => bills[place] && of(bills[place])),
            ),
          )}
          {price.figures.map(({ title, outcome, unit }) =>
            row(
              title,
              lesson.variants.map(
                (_, place) => bills[place] && figure(bills[place], outcome, unit),
              ),
            ),
          )}
        </tbody>
      </table>
      <p className={styles.nothing}>
        Lines without imports, comments and blank ones. Services are ours: people and foreign
        systems are not counted.
      </p>
    </section>
  )
}

function figure(bill: Bill, outcome: string, unit: string): string {
  const value = bill.outcome[outcome]
  return typeof value === 'number' ? withUnit(value, unit) : (value ?? '–')
}
