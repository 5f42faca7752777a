import { useMemo } from 'react'
import type { Lesson, Price } from '../../lessons/definition'
import { figureUnder } from '../../stores/price'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { Slider } from '../primitives/Slider'
import { withUnit } from '../timeline/figure'
import { crossingsOf, crossingText, placeOf, type Series } from './crossings'
import styles from './Figures.module.css'
import { LineMark, LoadChart } from './LoadChart'
import { useIdleJobs } from './useIdleJobs'
import { useWeather } from './useWeather'

interface LoadProps {
  readonly lesson: Lesson
  readonly price: Price
}

/** The same figure of every variant under more and more load, and where they change places. */
export function Load({ lesson, price: { load } }: LoadProps) {
  const { series, done, wanted } = useSeries(lesson, load)
  const param = lesson.params.find(({ id }) => id === load.param)
  const value =
    usePlayground(({ scenario }) => scenario.params?.[load.param]) ?? param?.default ?? 0
  const api = usePlaygroundApi()
  const at = placeOf(value, load.values)
  const nearest = Math.round(at)
  const unit = param?.unit ?? ''
  return (
    <>
      <h3 className={styles.chartTitle}>
        {load.title}
        {load.unit !== '' && `, ${load.unit}`}
      </h3>
      <LoadChart
        series={series}
        loads={load.values}
        at={at}
        crossings={done ? crossingsOf(series, load.values) : []}
      />
      <Slider
        label={param?.title ?? load.param}
        min={0}
        max={load.values.length - 1}
        value={nearest}
        text={withUnit(value, unit)}
        onChange={(place) => api.setParam(load.param, load.values[place] ?? value)}
      />
      <p className={styles.nothing}>at {withUnit(load.values[nearest] ?? value, unit)}:</p>
      <ul className={styles.legend}>
        {series.map(({ title, values }, place) => (
          <li key={title}>
            <LineMark place={place} />
            <span>{title}</span>
            <b>{figureAt(values[nearest], load.unit)}</b>
          </li>
        ))}
      </ul>
      <output className={styles.said}>
        {done
          ? crossingText(series, load.values, { figure: load.title, unit })
          : `${wanted} runs are played to draw this …`}
      </output>
    </>
  )
}

const figureAt = (value: number | null | undefined, unit: string) =>
  value == null ? '…' : withUnit(value, unit)

function useSeries(lesson: Lesson, load: Price['load']) {
  const weather = useWeather(load.param)
  const jobs = useMemo(
    () =>
      load.values.flatMap((value) =>
        lesson.variants.map(({ id }) => () => {
          const under = { params: { [load.param]: value }, outcome: load.outcome }
          return figureUnder(lesson, id, weather, under)
        }),
      ),
    [lesson, load, weather],
  )
  const results = useIdleJobs(jobs)
  const count = lesson.variants.length
  const series: readonly Series[] = lesson.variants.map(({ title }, variant) => ({
    title,
    values: load.values.map((_, place) => results[place * count + variant] ?? null),
  }))
  return { series, done: results.length === jobs.length, wanted: jobs.length }
}
