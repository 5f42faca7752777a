import { useEffect, useMemo, useRef } from 'react'
import { aboutById, abouts, loadLesson } from '../lessons'
import { ButtonLink } from '../ui/primitives/Button'
import styles from './App.module.css'
import { ErrorBoundary } from './ErrorBoundary'
import { lazily } from '../ui/primitives/lazily'
import { PlainPage } from './PlainPage'
import { homeHref, lessonHref, parseRoute, useVisit, type Route } from './route'
import { Trouble } from './Trouble'

const HomePage = lazily(() => import('./HomePage'), 'HomePage')
const LinkedLesson = lazily(() => import('./lesson/LinkedLesson'), 'LinkedLesson')
const OpenedLesson = lazily(() => import('./lesson/OpenedLesson'), 'OpenedLesson')

/** The page for the address, and what is around every page. */
export function App() {
  const visit = useVisit()
  const route = useMemo(() => parseRoute(visit.hash), [visit])
  const title = titleOf(route)
  useEffect(() => {
    document.title = title
  }, [title])
  useFocusOnArrival(visit.count)
  useEffect(() => fetchAhead(route), [route])
  return (
    <>
      <button type="button" className={styles.skip} onClick={focusMain}>
        Skip to the content
      </button>
      <ErrorBoundary key={visit.count}>
        <Page route={route} link={visit.hash} />
      </ErrorBoundary>
    </>
  )
}

/** The lesson comes together with the page that shows it; that page asks again and reports what fails. */
function fetchAhead(route: Route): void {
  if (route.page === 'lesson' && aboutById(route.lesson))
    loadLesson(route.lesson).catch(() => undefined)
}

interface PageProps {
  readonly route: Route
  readonly link: string
}

function Page({ route, link }: PageProps) {
  if (route.page === 'home') return <HomePage />
  const { lesson: id, isLink } = route
  if (!aboutById(id)) return <UnknownLesson name={id} />
  return isLink ? <LinkedLesson id={id} link={link} /> : <OpenedLesson id={id} />
}

function UnknownLesson({ name }: { readonly name: string }) {
  return (
    <PlainPage>
      <Trouble
        title="There is no such lesson"
        text={`Nothing here is called “${name.slice(0, 80)}”. The address may be mistyped. These are the lessons:`}
        actions={
          <>
            {abouts.map(({ id, title }) => (
              <ButtonLink key={id} href={lessonHref(id)}>
                {title}
              </ButtonLink>
            ))}
            <ButtonLink tone="ink" href={homeHref}>
              All lessons
            </ButtonLink>
          </>
        }
      />
    </PlainPage>
  )
}

function titleOf(route: Route): string {
  if (route.page === 'home') return 'Faultline: break distributed data in your browser'
  const about = aboutById(route.lesson)
  return about ? `${about.title} · Faultline` : 'No such lesson · Faultline'
}

/** After the first page, every arrival puts the focus on the content, so that it is read from there. */
function useFocusOnArrival(count: number) {
  const first = useRef(count)
  useEffect(() => {
    if (count === first.current) return
    scrollTo(0, 0)
    main()?.focus({ preventScroll: true })
  }, [count])
}

const main = () => document.getElementById('main')
const focusMain = () => main()?.focus()
